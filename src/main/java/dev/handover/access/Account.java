package dev.handover.access;

import java.time.Instant;
import java.util.Set;

/**
 * An account as an admin sees it.
 *
 * @param name display name, never blank
 * @param email null if there is none
 * @param groups those that mean something here
 * @param lastLogin to five minutes; null if there was none since the product keeps it
 * @param attempts wrong passwords in a row
 * @param waitsUntil until when it takes no password after a wrong one; null if it does not wait
 * @param locked true if it takes no password any more until an admin opens it
 * @param disabled true if it lets nobody in, by whatever way
 * @param atProvider true if the person logs in at the identity provider, which also keeps name, address and groups
 */
public record Account(
        String userId,
        String name,
        String email,
        Set<Group> groups,
        Instant lastLogin,
        int attempts,
        Instant waitsUntil,
        boolean locked,
        boolean disabled,
        boolean atProvider) {

    public boolean isAdmin() {
        return groups.contains(Group.ADMINS);
    }
}
