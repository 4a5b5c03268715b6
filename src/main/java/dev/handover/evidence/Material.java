package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that have arrived completely, with their size and digest; not yet recorded anywhere.
 *
 * <p>Up to {@link MediaTypes#HEAD} bytes stay in memory, more wait in a temporary file that is deleted on close. Where the
 * system allows it, the file has no name from the start, so that a killed process leaves nothing behind.
 */
final class Material implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Material.class);

    private final byte[] head;
    private final FileChannel file;
    private final long size;
    private final Digest digest;

    private Material(byte[] head, FileChannel file, long size, Digest digest) {
        this.head = head;
        this.file = file;
        this.size = size;
        this.digest = digest;
    }

    /**
     * Takes bytes that are in memory anyway.
     *
     * @throws Refusal (invalid input) if there are none, (too large) if there are more than the limit
     */
    static Material of(byte[] bytes, EvidenceSettings settings) {
        if (bytes.length > settings.maxFileSize().toBytes()) {
            throw settings.tooLarge();
        }
        return new Material(requireSome(bytes), null, bytes.length, Digest.of(bytes));
    }

    /**
     * Reads the stream to its end, or to the limit; never keeps more than {@link MediaTypes#HEAD} bytes in memory.
     *
     * @throws Refusal (invalid input) if it is empty, (too large) as soon as it exceeds the limit, (no room) if it cannot be
     *     put down here; nothing is kept then
     * @throws IOException if the sender breaks off
     */
    static Material receive(InputStream bytes, EvidenceSettings settings) throws IOException {
        return receive(bytes, settings, Material::nameless);
    }

    /** Makes the file that bytes wait in. */
    interface Shelf {
        FileChannel open() throws IOException;
    }

    static Material receive(InputStream bytes, EvidenceSettings settings, Shelf shelf) throws IOException {
        var head = requireSome(bytes.readNBytes(MediaTypes.HEAD));
        if (head.length < MediaTypes.HEAD) {
            return of(head, settings);
        }
        var file = opened(shelf);
        try {
            var computation = Digest.computation();
            var out = new DigestOutputStream(Channels.newOutputStream(file), computation);
            long size = copy(head, bytes, out, settings);
            return new Material(head, file, size, new Digest(HexFormat.of().formatHex(computation.digest())));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static long copy(byte[] head, InputStream rest, OutputStream out, EvidenceSettings settings)
            throws IOException {
        write(out, head, head.length);
        long size = head.length;
        var buffer = new byte[MediaTypes.HEAD];
        for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
            size += n;
            if (size > settings.maxFileSize().toBytes()) {
                throw settings.tooLarge();
            }
            write(out, buffer, n);
        }
        return size;
    }

    private static void write(OutputStream out, byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            LOG.error("An upload cannot be put down in the folder for temporary files", e);
            throw QuotaSettings.noRoom();
        }
    }

    private static FileChannel opened(Shelf shelf) {
        try {
            return shelf.open();
        } catch (IOException e) {
            LOG.error("No file can be made in the folder for temporary files", e);
            throw QuotaSettings.noRoom();
        }
    }

    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("handover-", ".evidence");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static byte[] requireSome(byte[] bytes) {
        if (bytes.length == 0) {
            throw Refusal.invalidInput("The file is empty. Choose one that shows something.");
        }
        return bytes;
    }

    /** The first bytes, at most {@link MediaTypes#HEAD}. */
    byte[] head() {
        return head.length <= MediaTypes.HEAD ? head : Arrays.copyOf(head, MediaTypes.HEAD);
    }

    /** In bytes. */
    long size() {
        return size;
    }

    Digest digest() {
        return digest;
    }

    /** All bytes from the first. One stream at a time. */
    InputStream open() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(head);
        }
        file.position(0);
        return new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                // The file ends with the material, not with one reading of it.
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
