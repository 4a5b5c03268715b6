package dev.handover.golive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All absences ever entered. */
interface AbsenceRows extends Repository<Absence, UUID> {

    Absence save(Absence absence);

    Optional<Absence> findById(UUID id);

    /** One change of absences at a time, so that the look at what there is stays true; held until the transaction ends. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtextextended('absences', 0))", nativeQuery = true)
    int lock();

    /** The row, for this transaction alone; empty if another one has it. */
    @Query(value = "select cast(id as text) from absence where id = :id for update skip locked", nativeQuery = true)
    Optional<String> lockIfFree(UUID id);

    /** Those of the persons that have a moment in common with the given stretch of time, the first first. */
    @Query("""
            select a from Absence a
             where a.person in :persons and a.startsAt < :until and :from < a.endsAt and a.startsAt < a.endsAt
             order by a.startsAt, a.person
            """)
    List<Absence> overlapping(Collection<String> persons, Instant from, Instant until);

    /** Those that have begun, and of which nobody has been told. */
    @Query("select a.id from Absence a where not a.told and a.startsAt <= :now order by a.startsAt")
    List<UUID> toTell(Instant now);

    @Query("select a from Absence a where a.person = :person order by a.startsAt desc, a.id")
    List<Absence> of(String person, Limit limit);

    @Query("select a from Absence a order by a.startsAt desc, a.id")
    List<Absence> all(Limit limit);

    /** Those under way or ahead, the first first. */
    @Query("select a from Absence a where :now < a.endsAt and a.startsAt < a.endsAt order by a.startsAt, a.id")
    List<Absence> ahead(Instant now, Limit limit);
}
