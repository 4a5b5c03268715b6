package dev.handover.board.golive;

import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOff.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the sign-off of one role stood from the first time it was asked for: spans of time without gaps between them. */
final class Validity {

    private Validity() {}

    /**
     * A stretch in which nothing changed.
     *
     * @param to exclusive; of the last span the end of the whole
     * @param of the round it belongs to
     */
    record Span(State state, Instant from, Instant to, SignOff of) {}

    /** @param rounds of one role, oldest first; @param end now, or when the go-live ended */
    static List<Span> of(List<SignOff> rounds, Instant end) {
        var spans = new ArrayList<Span>();
        for (var i = 0; i < rounds.size(); i++) {
            var next = i + 1 < rounds.size() ? rounds.get(i + 1).askedAt() : end;
            add(spans, rounds.get(i), next);
        }
        return spans;
    }

    private static void add(List<Span> spans, SignOff round, Instant next) {
        var decided = Optional.ofNullable(round.decidedAt()).orElse(next);
        span(spans, State.PENDING, round.askedAt(), decided, round);
        switch (round.state()) {
            case PENDING -> {
                // still is
            }
            case APPROVED, REJECTED -> span(spans, round.state(), decided, next, round);
            case OUTDATED -> {
                var lost = Optional.ofNullable(round.outdatedAt()).orElse(next);
                span(spans, State.APPROVED, decided, lost, round);
                span(spans, State.OUTDATED, lost, next, round);
            }
        }
    }

    private static void span(List<Span> spans, State state, Instant from, Instant to, SignOff round) {
        if (from.isBefore(to)) {
            spans.add(new Span(state, from, to, round));
        }
    }
}
