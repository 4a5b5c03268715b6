package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.golive.Progress;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOffProcess;
import dev.handover.signoff.SignOffRound;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/go-live.bpmn} itself. */
@Configuration(proxyBeanMethods = false)
class GoLiveDelegates {

    private static final Map<String, Phase> PHASES = Map.of(
            "CallActivity_Prerequisites", Phase.PREREQUISITES,
            "CallActivity_Validation", Phase.VALIDATION,
            "CallActivity_SignOff", Phase.SIGN_OFF,
            "CallActivity_Release", Phase.RELEASE,
            "CallActivity_Stabilization", Phase.STABILIZATION);

    private final Progress progress;
    private final GoLiveRegister register;
    private final SignOffRound round;
    private final Release release;
    private final OpenTasks openTasks;
    private final HandoffNotices notices;
    private final ReopenedSignOffs reopened;
    private final SignOffProcess process;

    GoLiveDelegates(
            Progress progress,
            GoLiveRegister register,
            SignOffRound round,
            Release release,
            OpenTasks openTasks,
            HandoffNotices notices,
            ReopenedSignOffs reopened,
            SignOffProcess process) {
        this.progress = progress;
        this.register = register;
        this.round = round;
        this.release = release;
        this.openTasks = openTasks;
        this.notices = notices;
        this.reopened = reopened;
        this.process = process;
    }

    /** Closing belongs to stabilization until the handover is on record. */
    @Bean
    ExecutionListener enterPhase() {
        return execution -> {
            var phase = PHASES.get(execution.getCurrentActivityId());
            if (phase != null) {
                progress.enter(new GoLiveKey(execution.getProcessBusinessKey()), phase);
            }
        };
    }

    @Bean
    JavaDelegate tellOfWithdrawal() {
        return execution -> notices.withdrawn(new GoLiveKey(execution.getProcessBusinessKey()));
    }

    /** Open tasks go to whoever holds their role now; what depends on a moved window is prepared anew. */
    @Bean
    JavaDelegate applyPlanChange() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            openTasks.handOver(key);
            if (openTasks.windowHasMoved(key) || round.isForAnotherWindow(key)) {
                process.signOffsOutdated(key);
            }
            var asked = rolesToAsk(key);
            GoLiveModel.ROLES_TO_ASK.set(
                    execution, asked.stream().map(Role::slug).collect(Collectors.joining(",")));
            GoLiveModel.OWNERS_CHANGED.set(execution, !asked.isEmpty());
        };
    }

    /** Those who are named and have no task yet in which they are asked, or somebody is about to be named. */
    private List<Role> rolesToAsk(GoLiveKey key) {
        var waiting = openTasks.rolesInQuestion(key);
        return register.people(key).stream()
                .filter(each -> each.state() == Participant.State.NAMED)
                .map(Participant::role)
                .filter(role -> !waiting.contains(role))
                .toList();
    }

    @Bean
    TaskListener acceptChangedRole(TaskListener acceptRole) {
        return acceptRole;
    }

    /**
     * Takes back what no longer stands and has it asked for anew. Once "go" is said nothing is taken back under the feet of whoever
     * switches the customer over; a rollback asks for everything again.
     */
    @Bean
    JavaDelegate reopenSignOffs() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            if (release.isGoing(key)) {
                return;
            }
            var outdated = round.reopenOutdated(key);
            if (!outdated.isEmpty()) {
                reopened.takenBack(key, outdated);
            }
            if (!outdated.isEmpty() || hasReleaseWithoutSignOffs(key)) {
                process.signOffsOutdated(key);
            }
        };
    }

    /** What fell between the last signature and the release, while nobody waited for the news. */
    private boolean hasReleaseWithoutSignOffs(GoLiveKey key) {
        return register.get(key).phase() == Phase.RELEASE && !round.isComplete(key);
    }

    @Bean
    JavaDelegate recordRollBack() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            progress.enter(key, Phase.ROLLED_BACK);
            notices.rolledBack(key);
        };
    }
}
