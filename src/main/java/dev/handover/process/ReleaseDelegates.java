package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import dev.handover.signoff.SignOffProcess;
import dev.handover.signoff.SignOffRound;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/release.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReleaseDelegates {

    private final Release release;
    private final SignOffRound round;
    private final SignOffProcess process;
    private final GoLiveRegister register;
    private final HandoffNotices notices;

    ReleaseDelegates(
            Release release,
            SignOffRound round,
            SignOffProcess process,
            GoLiveRegister register,
            HandoffNotices notices) {
        this.release = release;
        this.round = round;
        this.process = process;
        this.register = register;
        this.notices = notices;
    }

    /** What changed after the last signature and before this moment had nobody to tell: it is looked at again. */
    @Bean
    JavaDelegate scheduleWindow() {
        return execution -> {
            var goLive = register.running(new GoLiveKey(execution.getProcessBusinessKey()));
            if (!round.isComplete(goLive.key())) {
                process.evidenceChanged(goLive.key());
            }
            ReleaseModel.WINDOW_START.set(execution, goLive.windowStart());
            ReleaseModel.WINDOW_END.set(execution, goLive.windowEnd());
        };
    }

    @Bean
    JavaDelegate evaluateGates() {
        return execution -> ReleaseModel.GATES_GREEN.set(
                execution, release.evaluateGates(new GoLiveKey(execution.getProcessBusinessKey())));
    }

    @Bean
    TaskListener resolveHold() {
        return task -> {
            var answer = Answer.of(task, "fixed");
            release.resolveHold(answer.goLive(), answer.reason(), answer.by());
        };
    }

    @Bean
    TaskListener decideGo() {
        return task -> {
            var answer = Answer.of(task, "go", "pause", "roll-back");
            switch (answer.decision()) {
                case "go" -> release.go(answer.goLive(), answer.reason(), answer.by());
                case "pause" -> {
                    release.pause(answer.goLive(), answer.reason(), answer.by());
                    notices.paused(answer.goLive());
                }
                default -> release.rollBack(answer.goLive(), answer.reason(), answer.by());
            }
            answer.tell(ReleaseModel.GO_DECISION, Slugged.of(ReleaseModel.GoDecision.class, answer.decision()));
        };
    }

    @Bean
    TaskListener resumeOrRollBack() {
        return task -> {
            var answer = Answer.of(task, "resume", "roll-back");
            if (answer.is("resume")) {
                release.resume(answer.goLive(), answer.reason(), answer.by());
                notices.resumed(answer.goLive());
            } else {
                release.rollBack(answer.goLive(), answer.reason(), answer.by());
            }
            answer.tell(ReleaseModel.RESUME_DECISION, Slugged.of(ReleaseModel.ResumeDecision.class, answer.decision()));
        };
    }

    @Bean
    TaskListener confirmGoLive() {
        return task -> {
            var answer = Answer.of(task, "confirm", "roll-back");
            if (answer.is("confirm")) {
                release.confirmLive(answer.goLive(), answer.reason(), answer.by());
            } else {
                release.rollBack(answer.goLive(), answer.reason(), answer.by());
            }
            answer.tell(ReleaseModel.LIVE_CONFIRMED, answer.is("confirm"));
        };
    }

    @Bean
    JavaDelegate recordGoLive() {
        return execution -> {
            notices.live(new GoLiveKey(execution.getProcessBusinessKey()));
            ReleaseModel.OUTCOME.set(execution, ReleaseModel.Outcome.LIVE);
        };
    }

    @Bean
    JavaDelegate recordMissedWindow() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            release.miss(key);
            notices.windowMissed(key);
            ReleaseModel.OUTCOME.set(execution, ReleaseModel.Outcome.MISSED);
        };
    }

    @Bean
    JavaDelegate recordRollBackInWindow() {
        return execution -> {
            notices.rolledBackInWindow(new GoLiveKey(execution.getProcessBusinessKey()));
            ReleaseModel.OUTCOME.set(execution, ReleaseModel.Outcome.ROLLED_BACK);
        };
    }
}
