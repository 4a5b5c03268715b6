package dev.handover.golive;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person who acts, and for whom.
 *
 * @param by user id of who acts
 * @param onBehalfOf user id of the person they are the deputy of; null if they act for themselves
 */
public record Acting(String by, String onBehalfOf) {

    public static Acting self(String person) {
        return new Acting(person, null);
    }

    public boolean isDeputy() {
        return onBehalfOf != null;
    }

    /** Whose role it is that they act in. */
    public String principal() {
        return isDeputy() ? onBehalfOf : by;
    }

    /** Everybody who counts as having acted: a deputy counts as themselves and as the person they stand for. */
    public Set<String> persons() {
        return Stream.of(by, onBehalfOf).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }
}
