package dev.handover.evidence;

import dev.handover.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads a stored content piece by piece. The digest of all pieces is checked when the last one has been fetched and before
 * any of it is handed out, so nobody ever receives changed evidence as complete.
 */
final class ContentStream extends InputStream {

    private static final byte[] NONE = {};

    private final Digest expected;
    private final IntFunction<Optional<byte[]>> pieces;
    private final MessageDigest computation = Digest.computation();

    private byte[] piece = NONE;
    private int offset;
    private int position;
    /** Bytes still to be fetched; negative once damaged. */
    private long missing;

    /**
     * @param size of the content in bytes; 0 for one that is not stored at all
     * @param pieces the piece at a position from 0
     */
    ContentStream(Digest expected, long size, IntFunction<Optional<byte[]>> pieces) {
        this.expected = expected;
        this.missing = size;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        Objects.checkFromIndexSize(start, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (offset == piece.length && !fetch()) {
            return -1;
        }
        int n = Math.min(length, piece.length - offset);
        System.arraycopy(piece, offset, into, start, n);
        offset += n;
        return n;
    }

    @Override
    public int available() {
        return piece.length - offset;
    }

    private boolean fetch() throws IOException {
        if (missing == 0 && position > 0) {
            return false;
        }
        var next = missing < 0 ? NONE : pieces.apply(position++).orElse(NONE);
        computation.update(next);
        missing -= next.length;
        if (next.length == 0 || missing < 0 || missing == 0 && !isAsExpected()) {
            missing = -1; // stays damaged, whatever is read next
            throw new DamagedContent(expected);
        }
        piece = next;
        offset = 0;
        return true;
    }

    private boolean isAsExpected() {
        return HexFormat.of().formatHex(computation.digest()).equals(expected.sha256());
    }
}
