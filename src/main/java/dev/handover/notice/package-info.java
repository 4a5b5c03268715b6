/**
 * What is mailed to whom: one row for each notice and recipient, written in the transaction that has something to tell,
 * and sent later, by itself or with others in a digest, by a job of the process that may run twice. A link in a notice leads to a task or a page and never
 * decides.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Notices")
package dev.handover.notice;
