package dev.handover.board.briefing;

import java.time.Duration;
import java.time.Instant;

/** One value on the page, in a fact or in a cell of a table. Each kind is shown by the part of {@code board/values.html} that bears its name. */
sealed interface Value {

    /** Name of the template part that shows this kind of value. */
    default String part() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** Words. Line breaks are kept. */
    record Text(String text) implements Value {}

    /** A point in time, shown in the go-live's zone. */
    record Moment(Instant at) implements Value {}

    /** A stretch of time, shown in the go-live's zone. @param end exclusive */
    record Span(Instant start, Instant end) implements Value {}

    /** When something was found, and how long it took to find. */
    record Measured(Instant at, Duration took) implements Value {}

    /** A verdict, short enough to be read at a glance. */
    record Badge(Tone tone, String text) implements Value {}

    /** @param href address within the product, or of the customer's system; only {@code http}, {@code https} and {@code mailto} become links */
    record Anchor(String text, String href) implements Value {

        public boolean isSafe() {
            return href.startsWith("/") && !href.startsWith("//") || href.matches("(?i)(https?://|mailto:).*");
        }
    }

    static Value of(String text) {
        return new Text(text == null ? "" : text);
    }

    /** A time, or nothing where there is none yet. */
    static Value of(Instant at) {
        return at == null ? new Text("–") : new Moment(at);
    }

    static Value good(String text) {
        return new Badge(Tone.GOOD, text);
    }

    static Value warning(String text) {
        return new Badge(Tone.WARNING, text);
    }

    static Value bad(String text) {
        return new Badge(Tone.BAD, text);
    }

    static Value neutral(String text) {
        return new Badge(Tone.NEUTRAL, text);
    }
}
