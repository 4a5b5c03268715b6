package dev.handover.golive;

import dev.handover.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The people of all go-lives. */
interface Participants extends Repository<Participant, UUID> {

    Participant save(Participant participant);

    List<Participant> findByGoLiveAndStateNotOrderByRoleAscUserIdAsc(String goLive, Participant.State state);

    List<Participant> findByGoLiveAndRole(String goLive, Role role);

    Optional<Participant> findByGoLiveAndRoleAndUserId(String goLive, Role role, String userId);

    boolean existsByGoLiveAndUserIdAndStateIn(String goLive, String userId, Collection<Participant.State> states);
}
