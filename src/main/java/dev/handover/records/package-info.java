/** Reading back, every night, all that a sign-off relies on: contents of evidence and audit logs. */
@org.springframework.modulith.ApplicationModule(displayName = "Records check")
package dev.handover.records;
