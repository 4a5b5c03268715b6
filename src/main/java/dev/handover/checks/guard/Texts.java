package dev.handover.checks.guard;

import java.util.regex.Pattern;

/** Makes text of unknown origin fit for messages and logs. */
final class Texts {

    private static final int LONGEST = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");

    private Texts() {}

    /** One line of at most 300 characters without control characters. */
    static String shown(Object value) {
        String line = UNPRINTABLE.matcher(String.valueOf(value)).replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
