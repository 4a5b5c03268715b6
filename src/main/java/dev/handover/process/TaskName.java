package dev.handover.process;

import dev.handover.golive.GoLive;

/** How a task is called: what is to be done, and in the lists of the Tasklist also for which customer and environment. */
final class TaskName {

    private static final String DASH = " – ";

    private TaskName() {}

    static String inLists(String name, GoLive goLive) {
        return name + DASH + goLive.caption();
    }

    /** The name alone, for mails, which say customer and environment themselves. */
    static String alone(String name, GoLive goLive) {
        var ending = DASH + goLive.caption();
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
