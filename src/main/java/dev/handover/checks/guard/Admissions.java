package dev.handover.checks.guard;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Admissions that are in use, by a token that nobody can guess. The database driver makes its socket factories itself, from
 * a class name and a text, so the text is all that leads it to where it may go.
 */
final class Admissions {

    private static final Map<String, Leave> IN_USE = new ConcurrentHashMap<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param trust decides about certificates */
    record Leave(Admission admission, Trust trust) {}

    private Admissions() {}

    /** @return the token, good until {@link #end} */
    static String begin(Admission admission, Trust trust) {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        String text = HexFormat.of().formatHex(token);
        IN_USE.put(text, new Leave(admission, trust));
        return text;
    }

    static void end(String token) {
        IN_USE.remove(token);
    }

    /** @throws IllegalStateException if the token is not, or no longer, good */
    static Leave of(String token) {
        Leave leave = IN_USE.get(token);
        if (leave == null) {
            throw new IllegalStateException(
                    "connections are opened only to a place that was admitted, and while it is");
        }
        return leave;
    }
}
