package dev.handover.golive;

import dev.handover.shared.Phase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All go-lives. */
interface GoLives extends Repository<GoLive, String> {

    GoLive save(GoLive goLive);

    Optional<GoLive> findByKey(String key);

    /** The number of the plan in force, as the database has it now; empty if there is none or the go-live has ended. */
    @Query("select g.planVersion from GoLive g where g.key = :key and g.finishedAt is null")
    Optional<Integer> runningPlanVersion(String key);

    @Query(value = "select nextval('go_live_number')", nativeQuery = true)
    long nextNumber();

    /** Lets one submission for an environment at a time look for conflicts; held until the transaction ends. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtextextended(:environment, 0))", nativeQuery = true)
    int lockEnvironment(String environment);

    /** Keys of go-lives of the same environment whose window overlaps and that have not ended. */
    @Query("""
            select g.key from GoLive g
             where g.customerId = :customerId and g.environmentLabel = :label
               and g.windowStart < :end and :start < g.windowEnd and g.phase not in :finished
            """)
    List<String> overlapping(String customerId, String label, Instant start, Instant end, Collection<Phase> finished);

    /** Go-lives of the environment that have not ended, with windows that end after {@code from}, the earliest first. */
    @Query("""
            select g from GoLive g
             where g.customerId = :customerId and g.environmentLabel = :label
               and :from < g.windowEnd and g.phase not in :finished
             order by g.windowStart
            """)
    List<GoLive> withWindowAfter(String customerId, String label, Instant from, Collection<Phase> finished);

    /**
     * One page of what a person may see, newest first.
     *
     * @param principals those whom the person stands for
     * @param everything true for people who see all go-lives
     * @param finished true for those that have ended, false for those that have not, null for both
     * @param text part of key, title, customer or environment in lower case with LIKE wildcards escaped by a backslash
     */
    @Query("""
            select g from GoLive g
             where (:everything = true or exists
                     (select 1 from Participant p where p.goLive = g.key and p.state in (NAMED, ACCEPTED)
                       and (p.userId = :userId or (p.role <> REQUESTER and p.userId in :principals))))
               and (:phase is null or g.phase = :phase)
               and (:finished is null or (:finished = true and g.finishedAt is not null)
                    or (:finished = false and g.finishedAt is null))
               and (lower(g.key) like :text escape '\\' or lower(g.title) like :text escape '\\'
                    or lower(g.customerName) like :text escape '\\' or lower(g.environmentLabel) like :text escape '\\')
            """)
    Page<GoLive> visibleTo(
            String userId,
            Collection<String> principals,
            boolean everything,
            Phase phase,
            Boolean finished,
            String text,
            Pageable page);
}
