package dev.handover.closing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The acceptances of all go-lives; only ever added to. */
interface HandoverAcceptances extends Repository<HandoverAcceptance, UUID> {

    HandoverAcceptance save(HandoverAcceptance acceptance);

    Optional<HandoverAcceptance> findFirstByGoLiveOrderByAcceptedAtDesc(String goLive);
}
