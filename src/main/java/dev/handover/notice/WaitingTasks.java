package dev.handover.notice;

/** Port: what the process knows of a task. */
public interface WaitingTasks {

    /** True while the task is there and nobody has completed it. */
    boolean isStillWaiting(String taskId);

    /** True while the task waits and is that person's: it may have gone to a deputy, or back. */
    boolean isStillWaitingFor(String taskId, String person);
}
