package dev.handover.notice;

/** Port: what the process knows of a task. */
public interface WaitingTasks {

    /** True while the task is there and nobody has completed it. */
    boolean isStillWaiting(String taskId);
}
