package dev.handover.validation;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How far the steps of all go-lives are. */
interface StepProgresses extends Repository<StepProgress, StepProgress.Id> {

    StepProgress save(StepProgress progress);

    Optional<StepProgress> findById(StepProgress.Id id);

    List<StepProgress> findByIdGoLive(String goLive);

    /** Since when runs of checks count, as the database has it now; empty if the step has not begun. */
    @Query("select p.freshFrom from StepProgress p where p.id.goLive = :goLive and p.id.step = :step")
    Optional<Instant> freshFrom(String goLive, Step step);

    /** The step, which begins now unless it has begun before. */
    default StepProgress of(GoLiveKey key, Step step) {
        return findById(new StepProgress.Id(key.value(), step)).orElseGet(() -> save(new StepProgress(key, step)));
    }
}
