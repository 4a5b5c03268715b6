package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.golive.GoLiveRegister;
import dev.handover.release.FreeSlots;
import dev.handover.release.FreeSlots.Slot;
import dev.handover.shared.GoLiveKey;
import dev.handover.validation.AgedEvidence;
import dev.handover.validation.ShelfLife;
import java.util.List;
import org.springframework.stereotype.Component;

/** What choosing a release window means: which is free, what others have, and which evidence would be too old. */
@Component
class WindowSections {

    private final FreeSlots slots;
    private final ShelfLife shelfLife;
    private final GoLiveRegister register;

    WindowSections(FreeSlots slots, ShelfLife shelfLife, GoLiveRegister register) {
        this.slots = slots;
        this.shelfLife = shelfLife;
        this.register = register;
    }

    /** The next free window, why no earlier one, and what would be too old in it. */
    void offered(GoLiveKey key, Briefing.Writer briefing) {
        slots.next(key)
                .ifPresentOrElse(
                        slot -> briefing.fact("Next free window", new Value.Span(slot.start(), slot.end()))
                                .section(passedOver(slot))
                                .section(tooOld(key, slot)),
                        () -> briefing.fact("Next free window", "None within a year; ask who has the windows."));
    }

    private static Section passedOver(Slot slot) {
        var rows = slot.passedOver().stream()
                .map(taken -> List.of(Value.of(taken.by().value()), new Value.Span(taken.start(), taken.end())))
                .toList();
        return new Section.Table(
                "Why no earlier window",
                "It is as long as the one before, begins at the same time of a working day, and leaves working time for the sign-offs.",
                List.of("Taken by", "Window"),
                rows,
                "No other go-live of this environment is in the way.");
    }

    private Section tooOld(GoLiveKey key, Slot slot) {
        return table(
                "Evidence that would be too old in the next free window",
                shelfLife.tooOldAt(key, register.plan(key), slot.start()));
    }

    private static Section table(String title, List<AgedEvidence> tooOld) {
        var rows = tooOld.stream()
                .map(each -> List.of(
                        Value.of(each.item().title()),
                        Value.warning(Times.length(each.age())),
                        Value.of(Times.length(each.limit())),
                        Value.of(each.step().title()),
                        Value.of(each.askedAgainFrom())))
                .toList();
        return new Section.Table(
                title,
                "Its steps are asked again by themselves, as soon as that helps.",
                List.of("Evidence", "Age at the start", "At most", "Step", "Asked again from"),
                rows,
                "All evidence is young enough.");
    }
}
