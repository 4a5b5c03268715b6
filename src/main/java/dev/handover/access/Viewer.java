package dev.handover.access;

import java.io.Serializable;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who is logged in.
 *
 * @param userId as used at login and in plans
 * @param name display name, never blank
 * @param groups those that mean something here
 */
public record Viewer(String userId, String name, Set<Group> groups) implements AuthenticatedPrincipal, Serializable {

    public Viewer {
        groups = Set.copyOf(groups);
    }

    /** The user id: the name by which the servlet container and the engine's web applications know the person. */
    @Override
    public String getName() {
        return userId;
    }

    /** Sees every go-live and repairs what failed. */
    public boolean isAdmin() {
        return groups.contains(Group.ADMINS);
    }

    /** Sees every go-live, changes nothing. */
    public boolean isAuditor() {
        return groups.contains(Group.AUDITORS);
    }

    /** May submit plans. */
    public boolean isRequester() {
        return groups.contains(Group.PROJECT_TEAM);
    }

    /** May see go-lives they have no part in. */
    public boolean seesEverything() {
        return isAdmin() || isAuditor();
    }
}
