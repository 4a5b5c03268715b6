/**
 * What people see: the briefing beside each task's form, and the page a login leads to. Reads the modules below, changes nothing.
 *
 * <p>Tasks are known here by {@link dev.handover.board.OpenTask} and looked up through {@link dev.handover.board.TaskLookup}, so that nothing here
 * knows the engine.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Board")
package dev.handover.board;
