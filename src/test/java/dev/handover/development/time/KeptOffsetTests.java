package dev.handover.development.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOffsetTests {

    @TempDir
    private Path folder;

    private AdjustableClock restarted() {
        var clock = new AdjustableClock();
        new KeptOffset(folder.resolve("data/clock")).follow(clock);
        return clock;
    }

    @Test
    void aClockThatWasNeverMovedLeavesNoFile() {
        assertThat(restarted().offset()).isZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theOffsetSurvivesRestarts() {
        restarted().forward(Duration.ofDays(3));
        restarted().forward(Duration.ofHours(1));
        assertThat(restarted().offset()).isEqualTo(Duration.ofDays(3).plusHours(1));
    }

    @Test
    void backToTheRealTimeSurvivesARestartToo() {
        var clock = restarted();
        clock.forward(Duration.ofDays(3));
        clock.reset();
        assertThat(restarted().offset()).isZero();
    }

    @Test
    void aDamagedFileMeansTheRealTime() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        for (var damaged : new String[] {"", "tomorrow", "-PT1H", "P99999D"}) {
            Files.writeString(folder.resolve("data/clock"), damaged);
            assertThat(restarted().offset()).as(damaged).isZero();
        }
    }
}
