package dev.handover.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All invitations; whoever changes those of a go-live holds the go-live. */
interface StoredInvitations extends Repository<Invitation, UUID> {

    Invitation save(Invitation invitation);

    List<Invitation> findByGoLiveOrderByPerson(String goLive);

    Optional<Invitation> findByGoLiveAndPerson(String goLive, String person);
}
