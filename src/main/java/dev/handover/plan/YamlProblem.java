package dev.handover.plan;

import java.util.List;

/**
 * What stops a text from being YAML, for people who do not know the parser.
 *
 * @param message what is wrong; @param mend what to write instead
 * @param isAtOpening whether the place to look at is where the quote or bracket was opened
 */
record YamlProblem(String message, String mend, boolean isAtOpening) {

    /** The parser's words for a problem, and ours. */
    private record Known(String sign, YamlProblem problem) {}

    private static final List<Known> KNOWN = List.of(
            known("\\t(TAB)", "The line is indented with a tab.", "Indent with spaces; YAML does not allow tabs."),
            known(
                    "mapping values are not allowed",
                    "There is a colon where none is expected.",
                    "Check the indentation of this line and the one before; put a text that holds \": \" in quotes."),
            known(
                    "that cannot start any token",
                    "A value begins with a character that means something else in YAML.",
                    "Put the value in quotes."),
            neverClosed("unexpected end of stream", "quote"),
            neverClosed("<stream end>", "bracket"),
            known(
                    "'<scalar>'",
                    "A text goes on after its closing quote.",
                    "Put the whole text into one pair of quotes."),
            known("<block end>", "The line does not fit to the lines before it.", "Check its indentation."),
            known(
                    "could not find expected ':'",
                    "A field name has no colon and value after it.",
                    "Write \"name: value\", with a space after the colon."),
            known(
                    "unknown escape character",
                    "A backslash is followed by a character that needs none.",
                    "Use single quotes, or write the backslash twice."));

    private static Known known(String sign, String message, String mend) {
        return new Known(sign, new YamlProblem(message, mend, false));
    }

    private static Known neverClosed(String sign, String what) {
        String message = "A %s is opened here and never closed.".formatted(what);
        return new Known(sign, new YamlProblem(message, "Close the %s.".formatted(what), true));
    }

    /** @param problem the parser's words; may be null */
    static YamlProblem of(String problem) {
        return KNOWN.stream()
                .filter(each -> problem != null && problem.contains(each.sign()))
                .findFirst()
                .map(Known::problem)
                .orElse(new YamlProblem(
                        "The plan cannot be read as YAML from this line on.",
                        "Check the indentation, quotes, colons and brackets of this line and the one before.",
                        false));
    }
}
