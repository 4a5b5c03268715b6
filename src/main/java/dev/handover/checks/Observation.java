package dev.handover.checks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a check asked and what came back, fit to be kept as evidence: bounded, and without any secret.
 *
 * @param mediaType of the bytes, {@code application/json}
 * @param bytes at most {@value #LIMIT}
 */
public record Observation(String mediaType, byte[] bytes) {

    /** Most bytes an observation has. */
    public static final int LIMIT = 256 * 1024;

    public Observation {
        if (bytes.length > LIMIT) {
            throw new IllegalArgumentException("an observation has at most %d bytes".formatted(LIMIT));
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as text in UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Observation that
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Observation[%s, %d bytes]".formatted(mediaType, bytes.length);
    }
}
