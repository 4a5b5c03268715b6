package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The largest file there may be, in and out, without ever being in memory. */
@EvidenceTest
class LargeEvidenceTests {

    private static final int SIZE = 25 * 1024 * 1024;

    /** What may stay in memory at a time, in bytes: a few pieces, buffers of the driver, and what the test itself needs. */
    private static final long ALLOWED = 6L * 1024 * 1024;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @Test
    void file25MegabytesLongCostsHardlyAnyHeap() throws Exception {
        var goLive = goLives.create();
        store.addStatement(goLive, SUPPORT_HANDOFF, "Warm up", "Loads what the first call loads.", "support");
        long before = liveHeap();

        var receiving = CompletableFuture.supplyAsync(
                () -> store.addFile(goLive, SUPPORT_HANDOFF, "Dump", "dump.bin", new Generated(), "support"));
        long most = highestLiveHeapUntilDone(receiving);
        var evidence = receiving.join();
        assertThat(most - before)
                .as("live heap while it is received and stored")
                .isLessThan(ALLOWED);

        var reading = CompletableFuture.supplyAsync(() -> digestOf(evidence));
        most = highestLiveHeapUntilDone(reading);
        assertThat(most - before).as("live heap while it is read back").isLessThan(ALLOWED);

        assertThat(evidence.size()).isEqualTo(SIZE);
        assertThat(reading.join()).isEqualTo(evidence.sha256());
    }

    private Digest digestOf(Evidence evidence) {
        var computation = Digest.computation();
        try (var bytes = store.open(evidence)) {
            var buffer = new byte[8192];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                computation.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Digest(HexFormat.of().formatHex(computation.digest()));
    }

    private static long highestLiveHeapUntilDone(CompletableFuture<?> work) throws Exception {
        long highest = liveHeap();
        while (true) {
            try {
                work.get(100, TimeUnit.MILLISECONDS);
                return highest;
            } catch (TimeoutException stillRunning) {
                highest = Math.max(highest, liveHeap());
            }
        }
    }

    /** Bytes that are still in use after a full collection. */
    private static long liveHeap() {
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }

    /** Always the same bytes, made as they are asked for. */
    private static final class Generated extends InputStream {

        private int given;

        @Override
        public int read() {
            return given == SIZE ? -1 : (given++ * 31 >>> 3) & 0xff;
        }
    }
}
