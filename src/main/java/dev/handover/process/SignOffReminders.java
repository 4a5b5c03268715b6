package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.shared.GoLiveKey;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What happens while a sign-off is not given. Silence never approves: people are reminded, and in the end the window goes. */
@Component
class SignOffReminders {

    private final SignOffRound round;
    private final GoLiveRegister register;
    private final DecisionTables tables;
    private final OpenTasks openTasks;
    private final Notices notices;
    private final ProcessProperties properties;
    private final Clock clock;

    SignOffReminders(
            SignOffRound round,
            GoLiveRegister register,
            DecisionTables tables,
            OpenTasks openTasks,
            Notices notices,
            ProcessProperties properties,
            Clock clock) {
        this.round = round;
        this.register = register;
        this.tables = tables;
        this.openTasks = openTasks;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks the table for each sign-off that is pending. The cut-off itself is a timer of the model. */
    void send(GoLiveKey key) {
        var cutOff = properties.cutOff(register.get(key).windowStart());
        var hoursLeft = Duration.between(clock.instant(), cutOff).toMinutes() / 60.0;
        for (var pending : round.remind(key)) {
            switch (tables.escalation(hoursLeft, pending.reminders() - 1)) {
                case "remind" -> remind(key, pending);
                case "deputy", "escalate" -> {
                    remind(key, pending);
                    escalate(key, pending);
                }
                default -> {
                    // wait, or the cut-off, which the model's own timer keeps
                }
            }
        }
    }

    private void remind(GoLiveKey key, SignOff pending) {
        openTasks
                .signing(key, pending.role())
                .map(Task::getAssignee)
                .ifPresent(holder -> notices.tell(
                        key,
                        NoticeKind.REMINDER,
                        List.of(holder),
                        facts(key, pending).build()));
    }

    private void escalate(GoLiveKey key, SignOff pending) {
        var goLive = register.get(key);
        var facts = facts(key, pending);
        register.holder(key, pending.role()).ifPresent(facts::by);
        notices.tell(key, NoticeKind.ESCALATION, List.of(goLive.requester()), facts.build());
    }

    private static String nameOf(SignOff pending) {
        return "Sign-off as " + pending.role().title();
    }

    private Facts.Builder facts(GoLiveKey key, SignOff pending) {
        var goLive = register.get(key);
        return Facts.about("sign-off-" + pending.id())
                .number(pending.reminders())
                .task(openTasks.signing(key, pending.role()).map(Task::getId).orElse(null), nameOf(pending))
                .otherwise("The release window is given up at the cut-off; nobody else decides for you.")
                .until(properties.cutOff(goLive.windowStart()))
                .in(goLive.zone());
    }
}
