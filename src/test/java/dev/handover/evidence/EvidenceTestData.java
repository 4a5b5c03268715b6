package dev.handover.evidence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** Bytes to be evidence. */
public final class EvidenceTestData {

    private EvidenceTestData() {}

    /** That many bytes, always the same. */
    public static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        bytes[0] = 0; // no known file begins so
        return bytes;
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** A sender that never stops, and counts what was taken. */
    static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        long given() {
            return given;
        }
    }
}
