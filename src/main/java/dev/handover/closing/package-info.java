/** The end of a go-live: the list the customer owner takes over, the acceptance of it, and the report of everything. */
@org.springframework.modulith.ApplicationModule(displayName = "Closing")
package dev.handover.closing;
