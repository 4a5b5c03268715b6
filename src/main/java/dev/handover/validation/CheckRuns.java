package dev.handover.validation;

import dev.handover.shared.Step;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All runs of all checks. */
interface CheckRuns extends Repository<CheckRun, UUID> {

    List<CheckRun> saveAll(Iterable<CheckRun> runs);

    /** The run that counts for each check of the go-live. */
    @Query("""
            select r from CheckRun r
             where r.goLive = :goLive
               and r.attempt = (select max(o.attempt) from CheckRun o
                                 where o.goLive = r.goLive and o.step = r.step and o.checkId = r.checkId)
             order by r.step, r.name
            """)
    List<CheckRun> latest(String goLive);

    /** The same for one step. */
    @Query("""
            select r from CheckRun r
             where r.goLive = :goLive and r.step = :step
               and r.attempt = (select max(o.attempt) from CheckRun o
                                 where o.goLive = r.goLive and o.step = r.step and o.checkId = r.checkId)
             order by r.name
            """)
    List<CheckRun> latest(String goLive, Step step);
}
