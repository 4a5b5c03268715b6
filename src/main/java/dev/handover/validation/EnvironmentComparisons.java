package dev.handover.validation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All comparisons of all go-lives; only ever added to. */
interface EnvironmentComparisons extends Repository<EnvironmentComparison, Long> {

    EnvironmentComparison save(EnvironmentComparison comparison);

    Optional<EnvironmentComparison> findFirstByGoLiveOrderByIdDesc(String goLive);

    /** The newest that said something. */
    Optional<EnvironmentComparison> findFirstByGoLiveAndOutcomeNotOrderByIdDesc(
            String goLive, EnvironmentComparison.Outcome outcome);

    /** The newest first. */
    List<EnvironmentComparison> findTop50ByGoLiveOrderByIdDesc(String goLive);
}
