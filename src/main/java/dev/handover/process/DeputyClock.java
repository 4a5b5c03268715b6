package dev.handover.process;

import dev.handover.golive.DeputyTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks, on every node, whether a deputy's period has begun or ended, and has the tasks moved. One look is one query of the
 * few periods that are ahead or under way; the go-lives concerned are touched at those two moments only. It decides nothing:
 * until tasks are moved, whoever may not act any more is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeputyClock {

    private static final Logger LOG = LoggerFactory.getLogger(DeputyClock.class);

    private final DeputyTasks tasks;

    DeputyClock(DeputyTasks tasks) {
        this.tasks = tasks;
    }

    /** What fails is logged, keeps no other period waiting, and is tried again at the next look. */
    @Scheduled(
            initialDelayString = "${handover.deputies.look-every}",
            fixedDelayString = "${handover.deputies.look-every}")
    void look() {
        for (var period : tasks.due()) {
            try {
                tasks.move(period);
            } catch (RuntimeException e) {
                LOG.error("the tasks of the deputy {} could not be moved", period, e);
            }
        }
    }
}
