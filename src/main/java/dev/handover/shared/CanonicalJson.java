package dev.handover.shared;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one canonical form of RFC 8785 (JCS), so that equal values have equal digests.
 *
 * <p>Only what our documents need: objects ({@link Map} with text keys), arrays ({@link Collection}), text, booleans,
 * null and integers that every JSON reader keeps exactly. Fractions are refused on purpose: the RFC writes them by the
 * rules of ECMAScript, and a document that means a measured number can carry it as text.
 */
public final class CanonicalJson {

    /** Largest magnitude that IEEE 754 doubles, and so RFC 8785, count exactly. */
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical form of the value. Object members are sorted by the UTF-16 code units of their names.
     *
     * @throws IllegalArgumentException for a value that has no canonical form here: a fraction, an integer beyond 2^53-1,
     *     text with an unpaired surrogate, a null name, or any other type
     */
    public static String of(Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Integer || value instanceof Long) {
            writeInteger(((Number) value).longValue());
        } else if (value instanceof Map<?, ?> members) {
            writeObject(members);
        } else if (value instanceof Collection<?> elements) {
            writeArray(elements);
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private void writeInteger(long value) {
        if (Math.abs(value) > LARGEST_INTEGER || value == Long.MIN_VALUE) {
            throw new IllegalArgumentException("integer beyond 2^53-1: " + value);
        }
        out.append(value);
    }

    private void writeObject(Map<?, ?> members) {
        // String compares by UTF-16 code units, which is the order that section 3.2.3 asks for.
        var sorted = new TreeMap<String, Object>();
        members.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("a member's name must be text, not " + name);
            }
            sorted.put(text, value);
        });
        out.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            out.append(separator);
            writeText(member.getKey());
            out.append(':');
            write(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void writeArray(Collection<?> elements) {
        out.append('[');
        for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
            write(each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void writeText(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("unpaired surrogate at " + i);
            } else {
                writeCharacter(c);
            }
        }
        out.append('"');
    }

    /** Section 3.2.2.2: two-character escapes where JSON has them, lower-case hexadecimal for other controls, else as it is. */
    private void writeCharacter(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
