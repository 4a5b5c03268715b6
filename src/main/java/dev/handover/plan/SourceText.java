package dev.handover.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.reader.StreamReader;

/** The submitted text, with the arithmetic of its places: offsets count {@code char}s from 0, lines count from 1. */
final class SourceText {

    private final String text;
    private final int[] lineStarts;
    /** Offset of each code point; null while every code point is one {@code char}. */
    private final int[] offsets;

    SourceText(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
        this.offsets = text.chars().noneMatch(each -> Character.isSurrogate((char) each)) ? null : offsets(text);
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int point = 1; point < offsets.length; point++) {
            offsets[point] = text.offsetByCodePoints(offsets[point - 1], 1);
        }
        return offsets;
    }

    String text() {
        return text;
    }

    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset of a place that is counted in code points, as YAML's marks are. */
    int offsetOf(int codePoints) {
        return offsets == null ? codePoints : offsets[Math.min(codePoints, offsets.length - 1)];
    }

    /** Offset of the first character that no document may hold (controls, lone surrogates), or -1. */
    int firstUnprintable() {
        return firstUnprintable(text);
    }

    static int firstUnprintable(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!StreamReader.isPrintable(point)) {
                return at;
            }
            at += Character.charCount(point);
        }
        return -1;
    }
}
