package dev.handover.validation;

import dev.handover.shared.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The blockers of all go-lives. */
interface BlockerRepository extends Repository<Blocker, UUID> {

    Blocker save(Blocker blocker);

    Optional<Blocker> findById(UUID id);

    List<Blocker> findByGoLiveOrderByRaisedAt(String goLive);

    /** Open ones, oldest first. */
    List<Blocker> findByGoLiveAndStepAndOriginInAndStateOrderByRaisedAt(
            String goLive, Step step, Collection<Blocker.Origin> origins, Blocker.State state);
}
