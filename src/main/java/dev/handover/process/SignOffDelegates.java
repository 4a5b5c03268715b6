package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.signoff.Signatures;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/sign-off.bpmn}. */
@Configuration(proxyBeanMethods = false)
class SignOffDelegates {

    private final SignOffRound round;
    private final Signatures signatures;
    private final Release release;
    private final GoLiveRegister register;
    private final SignOffReminders reminders;
    private final HandoffNotices notices;
    private final ProcessProperties properties;
    private final Clock clock;

    SignOffDelegates(
            SignOffRound round,
            Signatures signatures,
            Release release,
            GoLiveRegister register,
            SignOffReminders reminders,
            HandoffNotices notices,
            ProcessProperties properties,
            Clock clock) {
        this.round = round;
        this.signatures = signatures;
        this.release = release;
        this.register = register;
        this.reminders = reminders;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    JavaDelegate prepareSignOff() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            var asked = round.ask(key);
            var cutOff = properties.cutOff(register.get(key).windowStart());
            SignOffModel.WINDOW_AHEAD.set(execution, cutOff.isAfter(clock.instant()));
            SignOffModel.CUT_OFF.set(execution, cutOff);
            SignOffModel.REMINDER_CYCLE.set(execution, "R/" + properties.remindEvery());
            SignOffModel.BUSINESS_SIGN_OFF_NEEDED.set(execution, asked.contains(Role.BUSINESS));
            SignOffModel.ENVIRONMENT_SIGN_OFF_NEEDED.set(execution, asked.contains(Role.ENVIRONMENT));
        };
    }

    @Bean
    TaskListener signOffBusiness() {
        return task -> decide(
                Answer.of(task, "approve", "approve-with-conditions", "reject"),
                Role.BUSINESS,
                SignOffModel.BUSINESS_APPROVED);
    }

    @Bean
    TaskListener signOffEnvironment() {
        return task -> decide(
                Answer.of(task, "approve", "approve-with-conditions", "reject"),
                Role.ENVIRONMENT,
                SignOffModel.ENVIRONMENT_APPROVED);
    }

    @Bean
    TaskListener approveChange() {
        return task -> decide(
                Answer.of(task, "approve", "approve-with-conditions", "reject"),
                Role.CHANGE,
                SignOffModel.CHANGE_APPROVED);
    }

    private void decide(Answer answer, Role role, ProcessVariable<Boolean> approved) {
        if (answer.is("reject")) {
            signatures.reject(answer.goLive(), role, rejection(answer), answer.by());
        } else {
            signatures.approve(answer.goLive(), role, approval(answer), answer.by());
        }
        answer.tell(approved, !answer.is("reject"));
    }

    private static Signatures.Rejection rejection(Answer answer) {
        return new Signatures.Rejection(
                answer.reason(),
                word(Step.class, answer.text("rejectedStep")),
                answer.text("manifest"),
                answer.text("rejectedEvidence"));
    }

    private static <E extends Enum<E> & Slugged> E word(Class<E> type, String slug) {
        return slug == null ? null : Slugged.of(type, slug);
    }

    private static Signatures.Approval approval(Answer answer) {
        if (!answer.is("approve-with-conditions")) {
            return new Signatures.Approval(answer.text("manifest"), answer.reason(), null, null);
        }
        if (answer.text("conditions") == null) {
            throw Refusal.invalidInput("Write down the conditions, one a line, or approve without conditions.");
        }
        return new Signatures.Approval(
                answer.text("manifest"),
                answer.reason(),
                answer.text("conditions"),
                word(Role.class, answer.text("conditionsOwner")),
                day(answer.text("conditionsDue")),
                day(answer.text("conditionsExpiry")));
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalidInput("\"%s\" is not a day; write it like 2026-12-24.".formatted(text));
        }
    }

    @Bean
    JavaDelegate recordApproval() {
        return execution -> SignOffModel.OUTCOME.set(execution, SignOffModel.Outcome.APPROVED);
    }

    @Bean
    JavaDelegate reopenRejectedStep() {
        return execution -> {
            signatures.reopenRejectedStep(new GoLiveKey(execution.getProcessBusinessKey()));
            SignOffModel.OUTCOME.set(execution, SignOffModel.Outcome.REJECTED);
        };
    }

    @Bean
    JavaDelegate remindOrEscalate() {
        return execution -> reminders.send(new GoLiveKey(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate releaseTheWindow() {
        return execution -> {
            var key = new GoLiveKey(execution.getProcessBusinessKey());
            release.releaseAtCutOff(key);
            notices.windowReleased(key);
        };
    }

    @Bean
    TaskListener proposeWindow() {
        return task -> {
            var answer = Answer.of(task, "propose");
            var zone = register.get(answer.goLive()).zone();
            release.proposeWindow(
                    answer.goLive(),
                    instant(answer.text("windowStart"), zone),
                    instant(answer.text("windowEnd"), zone),
                    answer.reason(),
                    answer.by());
        };
    }

    /** With an offset as the form sends it, or local in the zone of the plan. */
    private static Instant instant(String text, ZoneId zone) {
        if (text == null) {
            throw Refusal.invalidInput("Give both the start and the end of the new window.");
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw Refusal.invalidInput(
                        "\"%s\" is not a date and time; write it like 2026-12-24T18:00.".formatted(text));
            }
        }
    }
}
