/** What plans offer over HTTP. */
package dev.handover.plan.web;
