package dev.handover.shared;

import java.util.List;
import java.util.Optional;

/** The people the identity provider knows. */
public interface Directory {

    /** The person with that user id, if the provider knows one. */
    Optional<Person> find(String userId);

    /** False for somebody who is not known or whose account is disabled: nothing that waits for them would go on. */
    default boolean canLogIn(String userId) {
        return find(userId).isPresent();
    }

    /** Those who can be named as owners, by name, without those whose accounts are disabled; empty where the provider cannot list people. */
    default List<Person> owners() {
        return List.of();
    }

    /** The display name, or the id itself for somebody who is not known (any more). */
    default String nameOf(String userId) {
        return find(userId).map(Person::name).orElse(userId);
    }
}
