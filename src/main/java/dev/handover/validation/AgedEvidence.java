package dev.handover.validation;

import dev.handover.evidence.Evidence;
import dev.handover.shared.Phrase;
import dev.handover.shared.Step;
import dev.handover.shared.Wording;
import java.time.Duration;
import java.time.Instant;

/**
 * Evidence by its age at the start of a release window.
 *
 * @param step that produces it, and that is asked again once it is too old
 * @param attestedAt when it was last seen to hold
 * @param limit how old it may be when the window starts; exactly that old is still good
 */
public record AgedEvidence(Evidence item, Step step, Instant attestedAt, Duration limit, Instant windowStart) {

    public boolean isTooOld() {
        return windowStart.isAfter(attestedAt.plus(limit));
    }

    /** When the window starts. */
    public Duration age() {
        return Duration.between(attestedAt, windowStart);
    }

    /** From then on, what is validated again lasts to the window. */
    public Instant askedAgainFrom() {
        return windowStart.minus(limit);
    }

    /** In one line, for people; the step is said by who lists it. */
    public String inWords() {
        return "%s \"%s\" would be %s old when the window starts, at most %s is allowed"
                .formatted(item.kind().title(), item.title(), days(age()), days(limit));
    }

    /** The same for mails, with the time of the window. */
    public Phrase said() {
        return Phrase.of("too-old", new Wording.Name(item.kind().title()), item.title(), age(), limit, windowStart);
    }

    /** In whole days and hours, never shorter than it is. */
    private static String days(Duration length) {
        var hours = length.plusHours(1).minusNanos(1).toHours();
        var days = hours / 24;
        var rest = hours % 24;
        var inDays = days == 1 ? "1 day" : days + " days";
        return days == 0 ? rest + " h" : rest == 0 ? inDays : inDays + " " + rest + " h";
    }
}
