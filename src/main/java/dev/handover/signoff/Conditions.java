package dev.handover.signoff;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The conditions of all sign-offs. */
interface Conditions extends Repository<Condition, UUID> {

    Optional<Condition> findByIdAndSignOffGoLive(UUID id, String goLive);
}
