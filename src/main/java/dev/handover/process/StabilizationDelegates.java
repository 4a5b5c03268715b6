package dev.handover.process;

import dev.handover.closing.Acceptance;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Timeline;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.stabilization.BreachResponse;
import dev.handover.stabilization.Observation;
import dev.handover.stabilization.SignalSource;
import dev.handover.stabilization.Signals;
import dev.handover.stabilization.StabilizationPeriod;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/stabilization.bpmn}. */
@Configuration(proxyBeanMethods = false)
class StabilizationDelegates {

    private final StabilizationPeriod period;
    private final Signals signals;
    private final BreachResponse breaches;
    private final Acceptance acceptance;
    private final EvidenceStore evidence;
    private final Timeline timeline;

    StabilizationDelegates(
            StabilizationPeriod period,
            Signals signals,
            BreachResponse breaches,
            Acceptance acceptance,
            EvidenceStore evidence,
            Timeline timeline) {
        this.period = period;
        this.signals = signals;
        this.breaches = breaches;
        this.acceptance = acceptance;
        this.evidence = evidence;
        this.timeline = timeline;
    }

    @Bean
    JavaDelegate startSoakClock() {
        return execution -> {
            var nextLook = period.start(new GoLiveKey(execution.getProcessBusinessKey()));
            StabilizationModel.SOAK_ENDS_AT.set(execution, nextLook);
            StabilizationModel.DRILL_PASSED.set(execution, false);
        };
    }

    @Bean
    JavaDelegate checkSoakClock() {
        return execution -> {
            var look = period.look(new GoLiveKey(execution.getProcessBusinessKey()));
            StabilizationModel.QUIET_LONG_ENOUGH.set(execution, look.quietLongEnough());
            StabilizationModel.SOAK_ENDS_AT.set(execution, look.nextLook());
        };
    }

    /** The extension itself is recorded when the customer owner asks for it; here the clock is read anew. */
    @Bean
    JavaDelegate extendStabilization() {
        return execution -> StabilizationModel.SOAK_ENDS_AT.set(
                execution,
                period.look(new GoLiveKey(execution.getProcessBusinessKey())).nextLook());
    }

    @Bean
    TaskListener handoverDrill() {
        return task -> {
            var answer = Answer.of(task, "confirm");
            var minutes = (int) Math.round(answer.number("restoreMinutes"));
            period.recordDrill(answer.goLive(), answer.by(), minutes, answer.reason());
            var result = "Timed restore: %d minutes.\n\n%s".formatted(minutes, answer.reason());
            evidence.addStatement(answer.goLive(), EvidenceKind.SUPPORT_HANDOFF, "Handover drill", result, answer.by());
            timeline.add(answer.goLive(), answer.acting(), "Passed the handover drill", result);
            answer.tell(StabilizationModel.DRILL_PASSED, true);
        };
    }

    @Bean
    TaskListener recordSignal() {
        return task -> {
            var answer = Answer.of(task, "record");
            if (answer.text("signal") == null) {
                throw Refusal.invalidInput("Choose the signal you want to record.");
            }
            var kind = Slugged.of(SignalKind.class, answer.text("signal"));
            signals.record(
                    answer.goLive(),
                    new Observation(kind, answer.number("value"), null, SignalSource.HAND, null, answer.reason()),
                    answer.by());
        };
    }

    @Bean
    TaskListener handleException() {
        return task -> {
            var answer = Answer.of(task, "fixed", "roll-back");
            var signal = StabilizationModel.SIGNAL.get(task);
            if (answer.is("fixed")) {
                breaches.resolve(answer.goLive(), signal, answer.by(), answer.reason());
                timeline.add(answer.goLive(), answer.acting(), "Resolved: " + signal.title(), answer.reason());
            } else {
                breaches.askRollBack(answer.goLive(), signal, answer.by(), answer.reason());
                timeline.add(
                        answer.goLive(), answer.acting(), "Asked to roll back: " + signal.title(), answer.reason());
            }
            answer.tell(StabilizationModel.ROLL_BACK_ASKED, answer.is("roll-back"));
        };
    }

    @Bean
    TaskListener decideRollBack() {
        return task -> {
            var answer = Answer.of(task, "roll-back", "resume");
            if (answer.is("roll-back")) {
                breaches.rollBack(answer.goLive(), answer.by(), answer.reason());
                timeline.add(answer.goLive(), answer.acting(), "Decided to roll back", answer.reason());
            } else {
                breaches.stayLive(answer.goLive(), answer.by(), answer.reason());
                timeline.add(answer.goLive(), answer.acting(), "Decided to stay live", answer.reason());
            }
            answer.tell(StabilizationModel.ROLL_BACK_DECIDED, answer.is("roll-back"));
        };
    }

    @Bean
    TaskListener reviewOpenIssues() {
        return task -> {
            var answer = Answer.of(task, "accept", "extend");
            if (answer.is("accept")) {
                period.requireQuiet(answer.goLive());
                acceptance.accept(answer.goLive(), answer.text("issueList"), answer.reason(), answer.by());
                timeline.add(
                        answer.goLive(),
                        answer.acting(),
                        "Accepted the open-issue list and the operating rhythm",
                        answer.reason());
            } else {
                period.extend(answer.goLive(), duration(answer.text("extendBy")), answer.by(), answer.reason());
                timeline.add(answer.goLive(), answer.acting(), "Extended the stabilization period", answer.reason());
            }
            answer.tell(StabilizationModel.HANDOVER_ACCEPTED, answer.is("accept"));
        };
    }

    private static Duration duration(String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalidInput("\"%s\" is not a length of time; choose one of those offered.".formatted(text));
        }
    }
}
