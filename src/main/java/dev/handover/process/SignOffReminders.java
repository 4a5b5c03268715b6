package dev.handover.process;

import dev.handover.golive.Authority;
import dev.handover.golive.Calendars;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.plan.WorkingTime;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.signoff.PendingSignOffs;
import dev.handover.signoff.SignOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens while a sign-off is not given, counted in the working time of the plan; outside of it nobody is disturbed.
 * Silence never approves: people are reminded, and in the end the window goes.
 */
@Component
class SignOffReminders {

    private final PendingSignOffs pendingSignOffs;
    private final GoLiveRegister register;
    private final Calendars calendars;
    private final DecisionTables tables;
    private final Authority authority;
    private final OpenTasks openTasks;
    private final Notices notices;
    private final ProcessProperties properties;
    private final Clock clock;

    SignOffReminders(
            PendingSignOffs pendingSignOffs,
            GoLiveRegister register,
            Calendars calendars,
            DecisionTables tables,
            Authority authority,
            OpenTasks openTasks,
            Notices notices,
            ProcessProperties properties,
            Clock clock) {
        this.pendingSignOffs = pendingSignOffs;
        this.register = register;
        this.calendars = calendars;
        this.tables = tables;
        this.authority = authority;
        this.openTasks = openTasks;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks the table for each sign-off that is pending. The cut-off itself is a timer of the model. */
    @Transactional
    void send(GoLiveKey key) {
        var calendar = calendars.of(key);
        if (calendar.isWorkingTime(clock.instant())) {
            pendingSignOffs
                    .hold(key)
                    .forEach(pending -> openTasks
                            .signing(key, pending.role())
                            .map(task -> action(key, told(pending, task), pending.reminders(), calendar))
                            .ifPresent(action -> act(key, pending, action)));
        }
    }

    /** The change approval is asked for with the others, and told of once it is its turn. */
    private static Instant told(SignOff pending, Task task) {
        var given = task.getCreateTime().toInstant();
        return given.isAfter(pending.toldAt()) ? given : pending.toldAt();
    }

    private String action(GoLiveKey key, Instant told, int reminders, WorkingTime calendar) {
        var now = clock.instant();
        var cutOff = properties.cutOff(register.get(key).windowStart());
        return tables.escalation(
                hours(calendar.workingDurationBetween(now, cutOff)),
                reminders,
                hours(calendar.workingDurationBetween(told, now)));
    }

    private static double hours(Duration length) {
        return length.toSeconds() / 3600.0;
    }

    private void act(GoLiveKey key, SignOff pending, String action) {
        switch (action) {
            case "remind" -> remind(key, pending);
            case "deputy" -> {
                if (pendingSignOffs.askDeputy(pending)) {
                    askDeputy(key, pending);
                }
            }
            case "escalate" -> {
                if (pendingSignOffs.escalate(key, pending)) {
                    remind(key, pending);
                    escalate(key, pending);
                }
            }
            default -> {
                // wait, or the cut-off, which the model's own timer keeps
            }
        }
    }

    private void remind(GoLiveKey key, SignOff pending) {
        pendingSignOffs.reminded(pending);
        openTasks
                .signing(key, pending.role())
                .map(Task::getAssignee)
                .ifPresent(person -> tell(key, NoticeKind.REMINDER, person, facts(key, pending, "")));
    }

    /** A deputy in force has the task already; without one, somebody else has to reach the person. */
    private void askDeputy(GoLiveKey key, SignOff pending) {
        remind(key, pending);
        if (register.holder(key, pending.role()).flatMap(authority::deputyOf).isEmpty()) {
            tell(
                    key,
                    NoticeKind.ESCALATION,
                    register.get(key).requester(),
                    overdue(key, pending, "-no-deputy").saying(Phrase.of("nobody-stands-in")));
        }
    }

    private void escalate(GoLiveKey key, SignOff pending) {
        Stream.concat(Stream.of(register.get(key).requester()), register.holder(key, Role.PRODUCTION).stream())
                .forEach(person -> tell(key, NoticeKind.ESCALATION, person, overdue(key, pending, "")));
    }

    private void tell(GoLiveKey key, NoticeKind kind, String person, Facts.Builder facts) {
        notices.tell(key, kind, List.of(person), facts.build());
    }

    private Facts.Builder overdue(GoLiveKey key, SignOff pending, String about) {
        var facts = facts(key, pending, about).at(pending.askedAt());
        register.holder(key, pending.role()).ifPresent(facts::by);
        return facts;
    }

    /** @param about what else than the sign-off itself it is about, as a suffix */
    private Facts.Builder facts(GoLiveKey key, SignOff pending, String about) {
        var goLive = register.get(key);
        return Facts.about("sign-off-" + pending.id() + about)
                .number(pending.reminders())
                .task(
                        openTasks.signing(key, pending.role()).map(Task::getId).orElse(null),
                        "Sign-off as " + pending.role().title())
                .until(properties.cutOff(goLive.windowStart()))
                .in(goLive.zone());
    }
}
