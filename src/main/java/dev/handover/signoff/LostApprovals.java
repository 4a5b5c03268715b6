package dev.handover.signoff;

import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLive;
import dev.handover.shared.Digest;
import dev.handover.shared.Phrase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** When an approval that was given no longer stands, and why: its evidence has changed, or a condition it was given on expired unmet. */
@Component
class LostApprovals {

    private static final Loss ANOTHER =
            new Loss("The evidence it relied on is another than before.", Phrase.of("evidence-another"));

    private final Manifests manifests;
    private final ChangedItems items;
    private final Clock clock;

    LostApprovals(Manifests manifests, ChangedItems items, Clock clock) {
        this.manifests = manifests;
        this.items = items;
        this.clock = clock;
    }

    /** @param now what the role would sign now */
    boolean isLost(GoLive goLive, SignOff approval, Manifest now) {
        return !approval.covers(now.digest()) || !expired(goLive, approval).isEmpty();
    }

    /** Each reason; never empty for an approval that is lost. */
    List<Loss> because(GoLive goLive, SignOff approval, Manifest now) {
        var losses = new ArrayList<Loss>();
        if (!approval.covers(now.digest())) {
            manifests
                    .find(new Digest(approval.manifest()))
                    .map(signed -> items.between(goLive.key(), signed, now))
                    .ifPresent(changes -> changes.forEach(
                            each -> losses.add(new Loss(items.line(each, goLive.zone()), items.said(each)))));
            if (losses.isEmpty()) {
                losses.add(ANOTHER);
            }
        }
        expired(goLive, approval)
                .forEach(each -> losses.add(new Loss(
                        "Condition expired on %s and was not met: %s".formatted(each.expires(), each.text()),
                        Phrase.of("condition-expired", each.expires(), each.text()))));
        return losses;
    }

    private List<Condition> expired(GoLive goLive, SignOff approval) {
        var today = clock.instant().atZone(goLive.zone()).toLocalDate();
        return approval.conditions().stream()
                .filter(each -> each.stateOn(today) == Condition.State.EXPIRED)
                .toList();
    }
}
