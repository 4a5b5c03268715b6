/** The handover report over HTTP. */
package dev.handover.closing.web;
