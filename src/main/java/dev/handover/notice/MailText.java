package dev.handover.notice;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text from people safe for a mail: what could end a header or a line, turn the reading direction, or not be
 * stored is taken out; what is endless is cut. Nothing is decoded: {@code %0d%0a} stays the six characters it is.
 */
final class MailText {

    static final int MAX_LINE = 200;
    static final int MAX_PARAGRAPHS = 4_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\f\\u0085\\u2028\\u2029]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private MailText() {}

    /** One line of at most {@value #MAX_LINE} characters; null if nothing is left. */
    static String line(String text) {
        return text == null ? null : emptyToNull(cut(oneLine(text), MAX_LINE));
    }

    /**
     * One line that no reader takes for an encoded word (RFC 2047), since what that says was never checked; never null.
     */
    static String headerLine(String text) {
        var line = line(text);
        return line == null ? "" : line.replace("=?", "= ?");
    }

    /**
     * Lines, with at most one empty line between them, of at most {@value #MAX_PARAGRAPHS} characters; null if nothing
     * is left.
     */
    static String paragraphs(String text) {
        if (text == null) {
            return null;
        }
        var lines = Arrays.stream(LINE_BREAK.split(text)).map(MailText::oneLine).collect(Collectors.joining("\n"));
        return emptyToNull(cut(EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip(), MAX_PARAGRAPHS));
    }

    private static String oneLine(String text) {
        var clean = text.codePoints()
                .filter(each -> !isDirectional(each))
                .map(each -> isPlain(each) ? each : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return BLANKS.matcher(clean).replaceAll(" ").strip();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** Marks that make text read in another order than it is written. */
    private static boolean isDirectional(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)).strip() + "…";
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
