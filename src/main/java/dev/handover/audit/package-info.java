/**
 * What everybody did, saw and was refused in each go-live, as a log that is only ever added to and whose entries each prove the one
 * before; and the proof itself. See {@code docs/adr/0021-audit-log-and-database-roles.md}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Audit")
package dev.handover.audit;
