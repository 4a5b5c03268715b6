package dev.handover.evidence;

import dev.handover.shared.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes text from outside safe to show, to store and to put into a header: what cannot be seen or would reorder what is seen
 * is dropped. Joiners stay, since scripts and emoji need them.
 */
final class CleanText {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_STATEMENT = 50_000;
    static final int LONGEST_FILE_NAME = 150;

    private static final String NAMELESS = "unnamed";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u0085]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    /** Controls, unpaired surrogates, non-characters, and the invisible ones that turn the direction or hide. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f"
                    + "\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]");

    private static final Pattern UNSEEN_BUT_LINES_AND_TABS = Pattern.compile("(?![\\n\\t])" + UNSEEN.pattern());
    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[<>:\"|?*;%]");
    private static final Pattern DOTS_AND_BLANKS_AROUND = Pattern.compile("^[. ]+|[. ]+$");
    /** Names that Windows takes for devices, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final Set<Integer> JOINERS = Set.of(0x200c, 0x200d);

    private CleanText() {}

    /**
     * A title on one line.
     *
     * @throws Refusal (invalid input) if nothing visible is left, or more than {@value #LONGEST_TITLE} characters
     */
    static String title(String text) {
        var title = line(text);
        if (isInvisible(title)) {
            throw Refusal.invalidInput("Evidence needs a title. Name in a few words what it shows.");
        }
        if (length(title) > LONGEST_TITLE) {
            throw Refusal.invalidInput(
                    "The title has %d characters; at most %d are kept. Shorten it and put the rest into a statement."
                            .formatted(length(title), LONGEST_TITLE));
        }
        return title;
    }

    /**
     * A statement; lines and tabs stay, line ends become LF.
     *
     * @throws Refusal (invalid input) if nothing visible is left, or more than {@value #LONGEST_STATEMENT} characters
     */
    static String statement(String text) {
        var lines = LINE_ENDS.matcher(text == null ? "" : text).replaceAll("\n");
        var clean =
                normal(UNSEEN_BUT_LINES_AND_TABS.matcher(lines).replaceAll("")).strip();
        if (isInvisible(clean)) {
            throw Refusal.invalidInput("The statement is empty. Write what you state.");
        }
        if (length(clean) > LONGEST_STATEMENT) {
            throw Refusal.invalidInput("The statement has %d characters; at most %d are kept. Attach it as a file."
                    .formatted(length(clean), LONGEST_STATEMENT));
        }
        return clean;
    }

    /** A plain file name: no folder, nothing that a file system or a header could misread, its extension kept when shortened. */
    static String fileName(String text) {
        var name =
                line(text == null ? "" : text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1));
        name = NOT_IN_FILE_NAMES.matcher(name).replaceAll("_");
        name = DOTS_AND_BLANKS_AROUND.matcher(name).replaceAll("");
        if (isInvisible(name)) {
            return NAMELESS;
        }
        return shortened(DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** Lower-case extension of a clean file name without the dot, empty if there is none. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 1 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String line(String text) {
        var oneLine = BLANKS.matcher(text == null ? "" : text).replaceAll(" ");
        var visible = UNSEEN.matcher(oneLine).replaceAll("");
        return normal(BLANKS.matcher(visible).replaceAll(" ")).strip();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isInvisible(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || JOINERS.contains(c));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shortened(String name) {
        if (length(name) <= LONGEST_FILE_NAME) {
            return name;
        }
        var extension = extension(name);
        var ending = extension.isEmpty() || length(extension) > 10 ? "" : name.substring(name.lastIndexOf('.'));
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_FILE_NAME - length(ending))) + ending;
    }
}
