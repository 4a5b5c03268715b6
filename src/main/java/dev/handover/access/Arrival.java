package dev.handover.access;

import java.util.Set;

/**
 * Somebody whom the identity provider has let in.
 *
 * @param subject the provider's own name of the account, never given to another
 * @param userId as plans name people
 * @param name display name, never blank
 * @param email null if the provider does not say
 * @param groups that they have now
 */
public record Arrival(String subject, String userId, String name, String email, Set<Group> groups) {

    public Arrival {
        groups = Set.copyOf(groups);
    }
}
