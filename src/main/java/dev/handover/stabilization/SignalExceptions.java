package dev.handover.stabilization;

import dev.handover.shared.SignalKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All exceptions; at most one of each signal is open. */
interface SignalExceptions extends Repository<SignalException, UUID> {

    SignalException save(SignalException exception);

    @Query("select e from SignalException e where e.goLive = :goLive and e.resolvedAt is null order by e.openedAt")
    List<SignalException> open(String goLive);

    @Query("""
            select e from SignalException e
             where e.goLive = :goLive and e.signal = :signal and e.resolvedAt is null
            """)
    Optional<SignalException> open(String goLive, SignalKind signal);

    List<SignalException> findByGoLiveAndSignalOrderByOpenedAt(String goLive, SignalKind signal);

    List<SignalException> findByGoLiveOrderByOpenedAtDesc(String goLive);
}
