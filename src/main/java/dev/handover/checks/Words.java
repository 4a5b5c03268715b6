package dev.handover.checks;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** How results put things to people. */
final class Words {

    private static final int LONGEST_VALUE = 100;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    private Words() {}

    /** A value that somebody else chose: in quotes, on one line, at most 100 characters; {@code nothing} for null. */
    static String quoted(String value) {
        if (value == null) {
            return "nothing";
        }
        String line = UNPRINTABLE.matcher(value).replaceAll(" ");
        return '"' + (line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…") + '"';
    }

    /** {@code PasswordSignIn} as {@code password-sign-in}. */
    static String kebab(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The two largest units, rounded down: {@code 3 d 4 h}, {@code 12 min 30 s}, {@code 0 s}. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return pair(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return pair(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return pair(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() + " s";
    }

    private static String pair(long large, String largeUnit, int small, String smallUnit) {
        return small == 0
                ? "%d %s".formatted(large, largeUnit)
                : "%d %s %d %s".formatted(large, largeUnit, small, smallUnit);
    }
}
