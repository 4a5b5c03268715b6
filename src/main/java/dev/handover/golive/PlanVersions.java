package dev.handover.golive;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All versions of all plans; only ever added to. */
interface PlanVersions extends Repository<PlanVersion, PlanVersion.Id> {

    PlanVersion save(PlanVersion version);

    Optional<PlanVersion> findById(PlanVersion.Id id);

    List<PlanVersion> findByIdGoLiveOrderByIdVersion(String goLive);
}
