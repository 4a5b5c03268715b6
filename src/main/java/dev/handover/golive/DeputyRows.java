package dev.handover.golive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All deputies ever named. */
interface DeputyRows extends Repository<Deputy, UUID> {

    Deputy save(Deputy deputy);

    Optional<Deputy> findById(UUID id);

    /** One change of deputies at a time, so that the look at what there is stays true; held until the transaction ends. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtextextended('deputies', 0))", nativeQuery = true)
    int lock();

    /** The row, for this transaction alone; empty if another one has it. Read anew, whatever was read before. */
    @Query(value = "select cast(id as text) from deputy where id = :id for update skip locked", nativeQuery = true)
    Optional<String> lockIfFree(UUID id);

    /** User id; not the row, which may have been read before it was ended. */
    @Query("select d.deputy from Deputy d where d.principal = :principal and d.startsAt <= :at and :at < d.endsAt")
    Optional<String> deputyOf(String principal, Instant at);

    @Query(
            "select d.principal from Deputy d where d.deputy = :deputy and d.startsAt <= :at and :at < d.endsAt order by d.principal")
    List<String> principalsOf(String deputy, Instant at);

    /** Periods in which any of the two takes part that have a moment in common with the given one. */
    @Query("""
            select d from Deputy d
             where (d.principal in (:one, :other) or d.deputy in (:one, :other))
               and d.startsAt < :end and :start < d.endsAt and d.startsAt < d.endsAt
             order by d.startsAt
            """)
    List<Deputy> overlapping(String one, String other, Instant start, Instant end);

    /** Periods in which somebody stands for one of these people in that time. */
    @Query("""
            select d from Deputy d
             where d.principal in :principals and d.startsAt < :until and :from < d.endsAt and d.startsAt < d.endsAt
            """)
    List<Deputy> ofPrincipals(Collection<String> principals, Instant from, Instant until);

    /** Those whose tasks are not where they belong. */
    @Query("""
            select d.id from Deputy d
             where (d.tasks = WITH_PRINCIPAL and d.startsAt <= :now) or (d.tasks = WITH_DEPUTY and d.endsAt <= :now)
             order by d.startsAt
            """)
    List<UUID> toMove(Instant now);

    @Query("""
            select count(d) > 0 from Deputy d
             where (d.principal = :person or d.deputy = :person) and :now < d.endsAt and d.startsAt < d.endsAt
            """)
    boolean existsAhead(String person, Instant now);

    @Query("select d from Deputy d where d.principal = :person or d.deputy = :person order by d.startsAt desc, d.id")
    List<Deputy> of(String person, Limit limit);

    @Query("select d from Deputy d where :now < d.endsAt and d.startsAt < d.endsAt order by d.startsAt, d.id")
    List<Deputy> ahead(Instant now, Limit limit);

    @Query("select d from Deputy d order by d.startsAt desc, d.id")
    List<Deputy> all(Limit limit);
}
