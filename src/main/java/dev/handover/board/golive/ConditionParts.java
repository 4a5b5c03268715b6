package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import dev.handover.signoff.Condition;
import dev.handover.signoff.ConditionLedger;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the ledger of conditions, with what the person who looks may do about each. */
@Component
class ConditionParts {

    private final ConditionLedger ledger;
    private final CurrentUser user;
    private final Names names;

    ConditionParts(ConditionLedger ledger, CurrentUser user, Names names) {
        this.ledger = ledger;
        this.user = user;
        this.names = names;
    }

    /** Those to be met first. */
    List<ConditionPart> of(GoLive goLive, Times times) {
        return ledger.of(goLive.key()).stream()
                .sorted(Comparator.comparing(
                        (ConditionLedger.Entry each) -> !each.condition().isToBeMet()))
                .map(each -> part(goLive, each, times))
                .toList();
    }

    private ConditionPart part(GoLive goLive, ConditionLedger.Entry entry, Times times) {
        var condition = entry.condition();
        return new ConditionPart(
                condition.id(),
                condition.text(),
                look(entry.state()),
                names.holder(goLive.key(), condition.owner()),
                Times.show(condition.due()),
                Times.show(condition.expires()),
                "%s (%s)"
                        .formatted(
                                names.of(condition.setBy()),
                                condition.signOff().role().inWords()),
                condition.settledAt() == null
                        ? ""
                        : "%s, %s: %s"
                                .formatted(
                                        names.of(condition.settledBy()),
                                        times.show(condition.settledAt()),
                                        condition.words()),
                condition.evidence() == null
                        ? null
                        : "/api/go-lives/%s/evidence/%s/content".formatted(goLive.key(), condition.evidence()),
                offer(goLive, entry));
    }

    private ConditionPart.Offer offer(GoLive goLive, ConditionLedger.Entry entry) {
        var condition = entry.condition();
        var person = user.viewer().userId();
        var isOpen = condition.isToBeMet() && !goLive.phase().isFinished();
        var isBefore = goLive.phase().isBeforeGoLive();
        var mayJudge = ledger.mayJudge(condition, person);
        return new ConditionPart.Offer(
                isOpen
                        && ledger.mayMeet(goLive.key(), condition, person)
                        && !(isBefore && entry.state() == Condition.State.EXPIRED),
                entry.state() == Condition.State.MET && isBefore && mayJudge,
                isOpen && mayJudge);
    }

    private static Look look(Condition.State state) {
        return switch (state) {
            case OPEN -> Look.waiting("open");
            case OVERDUE -> Look.bad("overdue");
            case EXPIRED -> Look.bad("expired");
            case MET -> Look.good("met");
            case WAIVED -> Look.neutral("waived");
            case LAPSED -> Look.neutral("lapsed with its sign-off");
        };
    }
}
