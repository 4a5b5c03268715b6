package dev.handover.stabilization;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What people decided about stabilization periods. */
interface StabilizationActs extends Repository<StabilizationAct, UUID> {

    StabilizationAct save(StabilizationAct act);

    List<StabilizationAct> findByGoLiveOrderByAt(String goLive);
}
