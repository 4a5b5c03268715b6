package dev.handover.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words in straight quotes, divided by commas: all that a cell may say. */
final class PlainWords {

    private PlainWords() {}

    /** The words without their quotes, or empty if the cell says anything else. */
    static Optional<List<String>> in(String cell) {
        var words = new ArrayList<String>();
        int at = 0;
        while (true) {
            if (at >= cell.length() || cell.charAt(at) != '"') {
                return Optional.empty();
            }
            int end = cell.indexOf('"', at + 1);
            if (end < 0 || !isPlain(cell.substring(at + 1, end))) {
                return Optional.empty();
            }
            words.add(cell.substring(at + 1, end));
            at = afterSpace(cell, end + 1);
            if (at == cell.length()) {
                return Optional.of(words);
            }
            if (cell.charAt(at) != ',') {
                return Optional.empty();
            }
            at = afterSpace(cell, at + 1);
        }
    }

    /** A backslash would begin an escape, and control characters are not words. */
    private static boolean isPlain(String word) {
        return word.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    private static int afterSpace(String cell, int at) {
        int next = at;
        while (next < cell.length() && Character.isWhitespace(cell.charAt(next))) {
            next++;
        }
        return next;
    }
}
