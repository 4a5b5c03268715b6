package dev.handover.stabilization;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stabilization periods, at most one of each go-live. */
interface Stabilizations extends Repository<Stabilization, String> {

    Optional<Stabilization> findById(String goLive);

    boolean existsById(String goLive);

    /** Waits for whoever else works on the period, so that readings and decisions are taken one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Stabilization s where s.goLive = :goLive")
    Optional<Stabilization> lock(String goLive);

    /**
     * Adds a period unless there is one, waiting for another transaction that is adding it.
     *
     * @return 1 if it was added, 0 if it was there
     */
    @Modifying
    @Query(value = """
                    insert into stabilization (go_live, started_at, length_seconds, quiet_seconds)
                    values (:goLive, :start, :lengthSeconds, :quietSeconds) on conflict do nothing
                    """, nativeQuery = true)
    int addIfAbsent(String goLive, Instant start, long lengthSeconds, long quietSeconds);
}
