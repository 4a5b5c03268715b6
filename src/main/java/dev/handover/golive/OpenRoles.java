package dev.handover.golive;

import dev.handover.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have taken on in go-lives that have not ended. */
@Service
@Transactional(readOnly = true)
public class OpenRoles {

    private static final Limit MOST = Limit.of(500);

    private final Participants participants;
    private final DeputyRows deputies;
    private final Clock clock;

    OpenRoles(Participants participants, DeputyRows deputies, Clock clock) {
        this.participants = participants;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** @param person user id; @param goLive its key */
    public record OpenRole(String person, String goLive, Role role) {}

    /** By go-live, at most 500. */
    public List<OpenRole> of(Collection<String> persons) {
        return participants.openRolesOf(persons, MOST);
    }

    /** True while a period is ahead or under way in which the person has a deputy or is one. */
    public boolean standsInOrIsStoodFor(String person) {
        return deputies.existsAhead(person, clock.instant());
    }
}
