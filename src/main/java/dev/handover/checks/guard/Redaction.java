package dev.handover.checks.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * Takes secret values out of text, also where a server echoes them in another spelling: percent-encoded, form-encoded,
 * escaped for JSON or HTML, in hexadecimal, or in Base64 alone or as part of something longer, as in HTTP Basic.
 */
final class Redaction {

    static final String MARK = "[secret]";

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    /** Shorter pieces of Base64 would match by chance. */
    private static final int SHORTEST_PIECE = 6;

    private final List<String> spellings;
    private final List<String> base64Pieces;

    Redaction(Collection<String> values) {
        this.spellings = longestFirst(values.stream().flatMap(Redaction::spellingsOf));
        this.base64Pieces = longestFirst(
                values.stream().flatMap(Redaction::base64PiecesOf).filter(piece -> piece.length() >= SHORTEST_PIECE));
    }

    /** The text without any of the values. */
    String apply(String text) {
        String result = text;
        for (String piece : base64Pieces) {
            result = withoutTokensAround(result, piece);
        }
        for (String spelling : spellings) {
            result = result.replace(spelling, MARK);
        }
        return result;
    }

    private static List<String> longestFirst(Stream<String> texts) {
        Comparator<String> byLength = Comparator.comparingInt(String::length);
        return texts.distinct().sorted(byLength.reversed()).toList();
    }

    private static Stream<String> spellingsOf(String value) {
        Set<String> all = new LinkedHashSet<>();
        all.add(value);
        all.add(value.toLowerCase(Locale.ROOT)); // as part of a host name
        for (String encoded : List.of(
                UriUtils.encode(value, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                everyBytePercentEncoded(value))) {
            all.add(encoded);
            all.add(withLowerCaseEscapes(encoded));
        }
        String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        all.add(json);
        all.add(json.replace("/", "\\/"));
        all.add(HtmlUtils.htmlEscape(value));
        String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
        all.add(hex);
        all.add(hex.toUpperCase(Locale.ROOT));
        return all.stream();
    }

    private static String everyBytePercentEncoded(String value) {
        var hex = HexFormat.ofDelimiter("%").withUpperCase();
        return "%" + hex.formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String withLowerCaseEscapes(String encoded) {
        return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /**
     * What Base64 makes of a value wherever it stands in the encoded bytes: at each of the three offsets, the characters that
     * depend on the value alone.
     */
    private static Stream<String> base64PiecesOf(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, 3).boxed().flatMap(offset -> {
            byte[] shifted = new byte[offset + bytes.length];
            System.arraycopy(bytes, 0, shifted, offset, bytes.length);
            int from = (offset * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                    .map(encoder -> encoder.encodeToString(shifted).substring(from, to));
        });
    }

    /** Takes out the whole run of Base64 characters around each piece, since its edges hold the rest of the value. */
    private static String withoutTokensAround(String text, String piece) {
        int at = text.indexOf(piece);
        if (at < 0) {
            return text;
        }
        var result = new StringBuilder();
        int done = 0;
        while (at >= 0) {
            int from = at;
            while (from > done && isBase64(text.charAt(from - 1))) {
                from--;
            }
            int to = at + piece.length();
            while (to < text.length() && isBase64(text.charAt(to))) {
                to++;
            }
            result.append(text, done, from).append(MARK);
            done = to;
            at = text.indexOf(piece, done);
        }
        return result.append(text, done, text.length()).toString();
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/=-_".indexOf(c) >= 0;
    }
}
