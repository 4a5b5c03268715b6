package dev.handover.checks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** How old something may be, and how old it is. */
final class Age {

    /** Clocks differ a little, so what lies less than this ahead counts as now. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Age() {}

    /**
     * Reads a time and holds it against a limit. An age of exactly the limit is still in order.
     *
     * @param what for messages, for example {@code last success}
     * @param text ISO-8601 with offset; null if there is none
     * @param differences takes what is wrong, if anything is
     * @return what was observed, in words
     */
    static String compare(String what, String text, Duration limit, Instant now, List<String> differences) {
        Instant time = parse(text);
        if (time == null) {
            return differ("%s is %s instead of a time".formatted(what, Words.quoted(text)), differences);
        }
        Duration age = Duration.between(time, now);
        if (age.compareTo(CLOCK_SKEW.negated()) < 0) {
            return differ("%s %s lies in the future".formatted(what, time), differences);
        }
        String observed = "%s %s ago".formatted(what, Words.duration(age.isNegative() ? Duration.ZERO : age));
        return age.compareTo(limit) > 0
                ? differ("%s instead of at most %s".formatted(observed, Words.duration(limit)), differences)
                : observed;
    }

    private static String differ(String difference, List<String> differences) {
        differences.add(difference);
        return difference;
    }

    private static Instant parse(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
