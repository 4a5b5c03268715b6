package dev.handover.process;

import dev.handover.golive.AbsenceTasks;
import dev.handover.golive.DeputyTasks;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks, on every node, whether a deputy's period has begun or ended, and has the tasks moved; and whether an absence has begun,
 * and has those told who wait. One look is two queries of the few that are ahead or under way; the go-lives concerned are touched
 * at those moments only. It decides nothing: until tasks are moved, whoever may not act any more is refused.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeputyClock {

    private static final Logger LOG = LoggerFactory.getLogger(DeputyClock.class);

    private final DeputyTasks tasks;
    private final AbsenceTasks absences;

    DeputyClock(DeputyTasks tasks, AbsenceTasks absences) {
        this.tasks = tasks;
        this.absences = absences;
    }

    @Scheduled(
            initialDelayString = "${handover.deputies.look-every}",
            fixedDelayString = "${handover.deputies.look-every}")
    void look() {
        each(tasks.due(), tasks::move, "the tasks of the deputy {} could not be moved");
        each(absences.due(), absences::tell, "nobody could be told of the absence {}");
    }

    /** What fails is logged, keeps no other period waiting, and is tried again at the next look. */
    private static void each(List<UUID> due, Consumer<UUID> act, String failed) {
        for (var id : due) {
            try {
                act.accept(id);
            } catch (RuntimeException e) {
                LOG.error(failed, id, e);
            }
        }
    }
}
