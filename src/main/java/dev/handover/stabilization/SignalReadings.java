package dev.handover.stabilization;

import dev.handover.shared.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All readings. */
interface SignalReadings extends Repository<SignalReading, UUID> {

    SignalReading save(SignalReading reading);

    Optional<SignalReading> findByGoLiveAndSignalAndDedupeKey(String goLive, SignalKind signal, String dedupeKey);

    /** Observation of the newest reading of a signal; null before the first. */
    @Query("select max(r.observedAt) from SignalReading r where r.goLive = :goLive and r.signal = :signal")
    Instant newestObservation(String goLive, SignalKind signal);

    /** When a reading first showed, after a breach, that it is over; null if none has. */
    @Query("""
            select min(r.observedAt) from SignalReading r
             where r.goLive = :goLive and r.signal = :signal and r.observedAt > :breach and r.reading <> BREACH
            """)
    Instant firstCalmAfter(String goLive, SignalKind signal, Instant breach);

    /** Newest observation first; of two of the same instant the later recorded first. */
    List<SignalReading> findByGoLiveAndSignalOrderByObservedAtDescNumberDesc(
            String goLive, SignalKind signal, Limit limit);

    /** Counts and highest values since an instant, one row for each signal and meaning. */
    @Query("""
            select r.signal as signal, r.reading as reading, count(r) as readings, max(r.value) as peak
              from SignalReading r where r.goLive = :goLive and r.observedAt >= :since
             group by r.signal, r.reading
            """)
    List<Tally> tally(String goLive, Instant since);

    /** One row of {@link #tally}. */
    record Tally(SignalKind signal, Reading reading, long readings, double peak) {}
}
