package dev.handover.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as plans write them: ISO-8601 durations of days (24 hours), hours, minutes and seconds. */
final class Lengths {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern FORM =
            Pattern.compile("P(?=.)(\\d{1,9}D)?(T(?=.)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}S)?)?");
    /** ISO-8601 durations that have no fixed length in hours, or that Java does not read. */
    private static final Pattern CALENDAR =
            Pattern.compile("P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:\\d{1,4}D)?");

    private Lengths() {}

    /** The length, unless the text has another form or is longer than ten years. */
    static Optional<Duration> find(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(Duration.parse(text)).filter(length -> length.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    static Optional<Problem> problem(String text) {
        if (find(text).isPresent()) {
            return Optional.empty();
        }
        if (FORM.matcher(text).matches()) {
            return Optional.of(new Problem(
                    "\"%s\" is longer than ten years.".formatted(Shown.text(text)), "Write a shorter length."));
        }
        Matcher calendar = CALENDAR.matcher(text);
        if (calendar.matches() && text.length() > 1) {
            return Optional.of(new Problem(
                    "\"%s\" counts in years, months or weeks, which differ in length.".formatted(Shown.text(text)),
                    "Count in days, for example P%dD.".formatted(daysOf(calendar))));
        }
        return Optional.of(new Problem(
                "\"%s\" is not a length of time.".formatted(Shown.text(text)),
                "Write an ISO-8601 duration: P2D for two days, PT4H for four hours, PT20M for twenty minutes."));
    }

    private static long daysOf(Matcher calendar) {
        return 365 * count(calendar, 1) + 30 * count(calendar, 2) + 7 * count(calendar, 3);
    }

    private static long count(Matcher calendar, int group) {
        return calendar.group(group) == null ? 0 : Long.parseLong(calendar.group(group));
    }
}
