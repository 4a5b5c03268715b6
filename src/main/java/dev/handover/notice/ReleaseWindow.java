package dev.handover.notice;

import java.time.Instant;
import java.util.List;

/**
 * When a go-live is to be released, and who has to know.
 *
 * @param awaited true while it is approved and nobody has decided yet what became of it
 * @param people by user id: requester and owners, and who will stand in for an owner when it begins
 */
record ReleaseWindow(Instant start, Instant end, boolean awaited, List<Invitee> people) {

    ReleaseWindow {
        people = List.copyOf(people);
    }

    boolean concerns(String person) {
        return people.stream().anyMatch(each -> each.person().equals(person));
    }

    /** @param onBehalfOf user id of the owner the person stands in for; null for who has a part themselves */
    record Invitee(String person, String onBehalfOf) {}
}
