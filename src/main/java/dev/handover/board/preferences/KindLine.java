package dev.handover.board.preferences;

import dev.handover.notice.Manner;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Urgency;
import java.util.List;

/**
 * One kind of mail on the page.
 *
 * @param name of its field in the form
 * @param choices what can be chosen; one that is chosen already comes marked
 * @param fixed true if nothing can be chosen
 * @param why what limits the choice; empty if nothing does
 */
record KindLine(String title, String name, List<Choice> choices, boolean fixed, String why) {

    record Choice(String value, String label, boolean chosen) {}

    /** @param chosen slug of a manner, as it is kept or as it was sent */
    static KindLine of(NoticeKind kind, String chosen) {
        var choices = kind.choices().stream()
                .map(manner ->
                        new Choice(manner.slug(), label(manner), manner.slug().equals(chosen)))
                .toList();
        return new KindLine(kind.title(), PreferenceForm.field(kind), choices, choices.size() == 1, why(kind));
    }

    private static String label(Manner manner) {
        return switch (manner) {
            case AT_ONCE -> "At once";
            case DIGEST -> "In the digest";
            case NEVER -> "Not at all";
        };
    }

    private static String why(NoticeKind kind) {
        if (kind.urgency() == Urgency.URGENT) {
            return "Always at once: somebody has to know of it now.";
        }
        if (kind.urgency() == Urgency.TELLS) {
            return kind.carriesCalendarEntry() ? "It brings an entry for your calendar, so it comes by itself." : "";
        }
        return kind == NoticeKind.TASK_WAITING || kind == NoticeKind.REMINDER
                ? "It asks you to act, so it always comes; at once if it is due within a day."
                : "It asks you to act, so it always comes.";
    }
}
