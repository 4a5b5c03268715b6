package dev.handover.signoff;

import dev.handover.golive.Calendars;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens by itself when the time to meet a condition runs out. */
@Service
@Transactional
public class ConditionDeadlines {

    private final ConditionLedger ledger;
    private final GoLiveRegister register;
    private final Calendars calendars;
    private final SignOffProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConditionDeadlines(
            ConditionLedger ledger,
            GoLiveRegister register,
            Calendars calendars,
            SignOffProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.register = register;
        this.calendars = calendars;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Tells of conditions that are due on the next working day or late, and has approvals looked at whose condition expired. */
    public void look(GoLiveKey key) {
        var goLive = register.get(key);
        var calendar = calendars.of(key);
        var today = clock.instant().atZone(goLive.zone()).toLocalDate();
        ledger.standing(key).stream()
                .filter(each -> each.condition().isToBeMet())
                .filter(each -> !today.isBefore(
                        calendar.workingDayBefore(each.condition().due())))
                .forEach(each -> events.publishEvent(
                        new ConditionDue(key, each.condition(), each.state().isLate())));
        expire(key);
    }

    /** Has the approvals looked at whose condition expired; once the customer is live, an approval stays what it was. */
    public void expire(GoLiveKey key) {
        var phase = register.get(key).phase();
        var isOpen = phase == Phase.SIGN_OFF || phase == Phase.RELEASE;
        if (isOpen && ledger.late(key).stream().anyMatch(each -> each.state() == Condition.State.EXPIRED)) {
            process.conditionsExpired(key);
        }
    }
}
