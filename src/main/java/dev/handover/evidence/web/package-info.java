/** Evidence over REST: adding it, listing it, and handing out contents in a form that no browser runs. */
package dev.handover.evidence.web;
