package dev.handover.development;

import dev.handover.development.time.AdjustableClock;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;

/** Moves the engine's clock with the development clock, so that timers fire at the time people have moved to. */
@TestConfiguration(proxyBeanMethods = false)
public class EngineFollowsClock {

    EngineFollowsClock(AdjustableClock clock, JobExecutor jobs) {
        clock.onMove(offset -> {
            ClockUtil.offset(offset.toMillis());
            jobs.jobWasAdded(); // it may be asleep until a timer that is now due
        });
    }
}
