package dev.handover.development.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the offset of an {@link AdjustableClock} in a file beside the development database, since that survives a restart
 * too: otherwise everything recorded after a jump would suddenly lie in the future.
 */
public final class KeptOffset {

    private static final Logger log = LoggerFactory.getLogger(KeptOffset.class);

    private final Path file;

    /** @param file holds one ISO-8601 duration; made with its folder when the clock is first moved */
    public KeptOffset(Path file) {
        this.file = file;
    }

    /** Moves the clock to where it was when it was last moved, and writes down every move from now on. */
    public void follow(AdjustableClock clock) {
        if (Files.exists(file)) {
            restore(clock);
        }
        clock.onMove(this::write);
    }

    private void restore(AdjustableClock clock) {
        try {
            var kept = Duration.parse(Files.readString(file).strip());
            if (!kept.isZero()) {
                clock.forward(kept);
            }
        } catch (IOException | DateTimeException e) {
            log.warn("{} holds no offset, the development clock starts at the real time", file, e);
        }
    }

    private void write(Duration offset) {
        try {
            if (!offset.isZero() || Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, offset.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the offset of the development clock cannot be kept in " + file, e);
        }
    }
}
