package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.signoff.Condition;
import dev.handover.signoff.ConditionDue;
import dev.handover.signoff.ConditionsSet;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is to meet a condition: when it is set, once before its day, and once when that is over. */
@Component
class ConditionNotices {

    private final Notices notices;
    private final GoLiveRegister register;

    ConditionNotices(Notices notices, GoLiveRegister register) {
        this.notices = notices;
        this.register = register;
    }

    @EventListener
    void on(ConditionsSet set) {
        var first = set.conditions().get(0);
        var facts = Facts.about("conditions-" + first.signOff().id())
                .by(first.setBy())
                .saying(days(first))
                .listing(set.conditions().stream().map(Condition::text).toList());
        tell(set.goLive(), NoticeKind.CONDITION_SET, first, facts);
    }

    @EventListener
    void on(ConditionDue due) {
        var condition = due.condition();
        var facts = Facts.about("condition-" + condition.id())
                .number(due.late() ? 1 : 0)
                .by(condition.setBy())
                .saying(Phrase.of(due.late() ? "overdue" : "still-open"))
                .saying(days(condition))
                .listing(List.of(condition.text()));
        tell(due.goLive(), NoticeKind.CONDITION_DUE, condition, facts);
    }

    private static Phrase days(Condition condition) {
        return Phrase.of("condition-days", condition.due(), condition.expires());
    }

    private void tell(GoLiveKey key, NoticeKind kind, Condition condition, Facts.Builder facts) {
        var zone = register.get(key).zone();
        register.holder(key, condition.owner())
                .ifPresent(owner ->
                        notices.tell(key, kind, List.of(owner), facts.in(zone).build()));
    }
}
