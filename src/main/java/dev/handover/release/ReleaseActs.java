package dev.handover.release;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What was decided in all release windows. */
interface ReleaseActs extends Repository<ReleaseAct, Long> {

    ReleaseAct save(ReleaseAct act);

    List<ReleaseAct> findByGoLiveOrderById(String goLive);
}
