package dev.handover.release;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What was decided in all release windows. */
interface ReleaseActs extends Repository<ReleaseAct, Long> {

    ReleaseAct save(ReleaseAct act);

    Optional<ReleaseAct> findFirstByGoLiveOrderByIdDesc(String goLive);

    List<ReleaseAct> findByGoLiveOrderById(String goLive);
}
