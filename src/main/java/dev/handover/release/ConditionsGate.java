package dev.handover.release;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.signoff.Condition;
import dev.handover.signoff.ConditionLedger;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gate that no condition of a standing approval is late. Open ones whose day is still to come do not close it. */
@Component
class ConditionsGate {

    static final String NAME = "Conditions";

    private final ConditionLedger ledger;
    private final Directory directory;

    ConditionsGate(ConditionLedger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    Gate look(GoLiveKey key) {
        var late = ledger.late(key);
        if (!late.isEmpty()) {
            var named = late.stream().map(this::inWords).collect(Collectors.joining("; "));
            return new Gate(NAME, false, "Not met in time: %s.".formatted(named));
        }
        var open = ledger.standing(key).stream()
                .filter(each -> each.condition().isToBeMet())
                .count();
        return new Gate(
                NAME,
                true,
                open == 0 ? "No condition is open." : "%d still open, none of them overdue.".formatted(open));
    }

    private String inWords(ConditionLedger.Entry entry) {
        var condition = entry.condition();
        var owner = condition.owner().inWords();
        return "\"%s\" (%s, %s since %s)"
                .formatted(
                        condition.text(),
                        entry.owner() == null ? owner : directory.nameOf(entry.owner()) + " as " + owner,
                        entry.state().slug(),
                        (entry.state() == Condition.State.EXPIRED ? condition.expires() : condition.due()).plusDays(1));
    }
}
