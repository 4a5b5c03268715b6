/** The validation steps: their automated checks, what blocks them, and who confirmed them. */
@org.springframework.modulith.ApplicationModule(displayName = "Validation")
package dev.handover.validation;
