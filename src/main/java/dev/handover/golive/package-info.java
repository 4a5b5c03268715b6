/** The go-live itself: identity, phase, people, plan versions, and the timeline of what happened. */
@org.springframework.modulith.ApplicationModule(displayName = "Go-live")
package dev.handover.golive;
