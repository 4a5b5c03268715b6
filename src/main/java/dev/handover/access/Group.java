package dev.handover.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do in general. Who does what in one go-live is said by its plan. */
public enum Group {
    /** Submits plans, and prepares what a go-live needs. */
    PROJECT_TEAM("project-team", "Project team"),
    /** May be named as an owner, and works on the tasks of the go-lives that name them. */
    OWNERS("owners", "Owners"),
    /** Answers for representative test users. */
    VALIDATORS("validators", "Validators"),
    /** Reads every go-live, changes nothing. */
    AUDITORS("auditors", "Auditors"),
    /** Sees every go-live and repairs what failed; signs for nobody. The engine knows its admins by this id. */
    ADMINS("camunda-admin", "Admins");

    private final String id;
    private final String title;

    Group(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Id in the identity store. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** The group with that id; the identity store may hold groups that mean nothing here. */
    public static Optional<Group> find(String id) {
        return Arrays.stream(values()).filter(group -> group.id.equals(id)).findFirst();
    }
}
