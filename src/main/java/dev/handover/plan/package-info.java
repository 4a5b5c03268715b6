/** The plan document: schema, parsing, errors with their places, and what a change of plan touches. */
@org.springframework.modulith.ApplicationModule(displayName = "Plan")
package dev.handover.plan;
