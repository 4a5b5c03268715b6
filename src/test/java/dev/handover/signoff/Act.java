package dev.handover.signoff;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that somebody does in a go-live that is being signed.
 *
 * @param role who signs, rejects or looks; of no meaning in other acts
 * @param title which of the few items of the kind
 * @param content which of the few contents
 */
record Act(What what, Role role, EvidenceKind kind, int title, int content) {

    enum What {
        /** Adds evidence: new, changed, or the same again. */
        ADD,
        /** Adds the bytes of an item again under another file name. */
        ADD_RENAMED,
        /** Opens the form and keeps it open. */
        LOOK,
        /** Signs what a form shows that is opened now. */
        SIGN,
        /** All three sign, one after the other. */
        SIGN_ALL,
        /** Signs what the form showed that was opened some time ago. */
        SIGN_SHOWN,
        REJECT,
        /** The process looks at evidence that has changed. */
        WORK,
        MOVE_WINDOW,
        CHANGE_PLAN,
        /** The process enters the next phase, if it may. */
        PROCEED
    }

    static Arbitrary<Act> any() {
        var what = Arbitraries.frequency(
                Tuple.of(6, What.ADD),
                Tuple.of(1, What.ADD_RENAMED),
                Tuple.of(2, What.LOOK),
                Tuple.of(4, What.SIGN),
                Tuple.of(8, What.SIGN_ALL),
                Tuple.of(3, What.SIGN_SHOWN),
                Tuple.of(1, What.REJECT),
                Tuple.of(6, What.WORK),
                Tuple.of(1, What.MOVE_WINDOW),
                Tuple.of(1, What.CHANGE_PLAN),
                Tuple.of(7, What.PROCEED));
        return Combinators.combine(
                        what,
                        Arbitraries.of(Role.signing()),
                        Arbitraries.of(EvidenceKind.class),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 3))
                .as(Act::new);
    }

    @Override
    public String toString() {
        return switch (what) {
            case ADD, ADD_RENAMED -> "%s %s/%d := %d".formatted(what, kind, title, content);
            case LOOK, SIGN, SIGN_SHOWN, REJECT -> "%s %s".formatted(role, what);
            default -> what.name();
        };
    }
}
