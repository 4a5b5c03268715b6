/** The release window: gates, go, pause and rollback, and what happens when a window is missed. */
@org.springframework.modulith.ApplicationModule(displayName = "Release window")
package dev.handover.release;
