package dev.handover.access;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody whom the identity provider has let in.
 *
 * @param subject the provider's own name of the account, never given to another
 * @param userId as plans name people
 * @param name display name, never blank
 * @param email null if the provider does not say
 * @param groups that they have now; null if a program's token does not say
 * @param at when the provider said so
 * @param byProgram true if it is an access token: it proves who calls, and often says nothing else of them
 */
public record Arrival(
        String subject, String userId, String name, String email, Set<Group> groups, Instant at, boolean byProgram) {

    public Arrival {
        groups = groups == null ? null : Set.copyOf(groups);
    }
}
