package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import java.time.ZoneId;
import java.util.Optional;

/** Port: what go-lives know of those who are told of them. */
interface GoLivePeople {

    /** User id of who stands in now for somebody in that go-live; empty if they are there, or nobody may stand in. */
    Optional<String> deputyOf(GoLiveKey key, String person);

    /** Zone of the person's days, if they have chosen none: that of their newest go-live, else UTC. */
    ZoneId usualZone(String person);
}
