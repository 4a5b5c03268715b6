/**
 * What people see: the briefing beside each task's form, the page a login leads to, and the page of each go-live. Reads the modules
 * below; what a person asks for there is done by them.
 *
 * <p>Tasks are known here by {@link dev.handover.board.OpenTask} and looked up through {@link dev.handover.board.TaskLookup}, so that nothing here
 * knows the engine.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Board")
package dev.handover.board;
