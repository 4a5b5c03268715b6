package dev.handover.release;

import dev.handover.shared.GoLiveKey;
import dev.handover.validation.AgedEvidence;
import dev.handover.validation.ShelfLife;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gate that no evidence is too old at the start of the window. */
@Component
class ShelfLifeGate {

    private static final String NAME = "Shelf life";
    private static final int MOST_NAMED = 5;

    private final ShelfLife shelfLife;

    ShelfLifeGate(ShelfLife shelfLife) {
        this.shelfLife = shelfLife;
    }

    Gate look(GoLiveKey key) {
        var tooOld = shelfLife.tooOld(key);
        if (tooOld.isEmpty()) {
            return new Gate(NAME, true, "All evidence is young enough for the start of the window.");
        }
        var named = tooOld.stream().limit(MOST_NAMED).map(AgedEvidence::inWords).collect(Collectors.joining("; "));
        var more = tooOld.size() > MOST_NAMED ? "; and %d more".formatted(tooOld.size() - MOST_NAMED) : "";
        var steps = tooOld.stream().map(each -> each.step().title()).distinct().collect(Collectors.joining("; "));
        return new Gate(NAME, false, "%s%s. Validate again: %s.".formatted(named, more, steps));
    }
}
