/**
 * The REST interface of a whole go-live, and how refusals reach its clients; what belongs to one feature is in that feature's
 * {@code web} package.
 */
@org.springframework.modulith.ApplicationModule(displayName = "REST interface")
package dev.handover.api;
