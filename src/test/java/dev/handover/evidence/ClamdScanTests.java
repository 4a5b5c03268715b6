package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.evidence.TestClamd.Mood;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** A scanner that is set up decides; one that does not decide keeps everything out. */
class ClamdScanTests {

    private static final EvidenceSettings LIMITS = new EvidenceSettings(DataSize.ofMegabytes(25));

    private TestClamd clamd;

    @BeforeEach
    void startScanner() throws IOException {
        clamd = new TestClamd();
    }

    @AfterEach
    void stopScanner() throws IOException {
        clamd.close();
    }

    @Test
    void cleanBytesPassHoweverManyPiecesTheyMake() {
        for (int size : new int[] {1, 64 * 1024, 64 * 1024 + 1, 3 * 1024 * 1024}) {
            assertThatCode(() -> scan(EvidenceTestData.bytes(size))).doesNotThrowAnyException();
        }
    }

    @Test
    void malwareIsNamedWithTheFileWhereverInTheFileItIs() {
        var bytes = EvidenceTestData.bytes(200_000);
        var eicar = TestClamd.EICAR.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(eicar, 0, bytes, 150_000, eicar.length);

        for (var infected : new byte[][] {eicar, bytes}) {
            assertThatThrownBy(() -> scan(infected))
                    .isInstanceOfSatisfying(
                            HandoverException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID_INPUT))
                    .hasMessageContaining("found Eicar-Test-Signature in \"a.bin\"");
        }
    }

    @Test
    void eachFileCanBeReadAgainAfterItWasScanned() throws IOException {
        var bytes = EvidenceTestData.bytes(100_000);
        try (var material = Material.receive(new ByteArrayInputStream(bytes), LIMITS)) {
            scan(material);
            try (var again = material.open()) {
                assertThat(Arrays.equals(again.readAllBytes(), bytes)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WELL"})
    void withoutAVerdictNothingIsLetIn(Mood mood) {
        clamd.be(mood);

        assertThatThrownBy(() -> scan(EvidenceTestData.bytes(100_000))).satisfies(ClamdScanTests::isUnavailable);
    }

    @Test
    void aScannerThatIsDownLetsNothingIn() throws IOException {
        clamd.close();

        assertThatThrownBy(() -> scan(new byte[] {1, 2, 3})).satisfies(ClamdScanTests::isUnavailable);
    }

    @Test
    void withoutAHostThereIsNoScanner() {
        var off = new MalwareScanSettings(" ", 3310, Duration.ofSeconds(1));

        assertThat(off.isOn()).isFalse();
        assertThatCode(() -> new MalwareScans()
                        .malwareScan(off)
                        .requireClean(
                                Material.of(TestClamd.EICAR.getBytes(StandardCharsets.US_ASCII), LIMITS), "e.txt"))
                .doesNotThrowAnyException();
    }

    @Test
    void settingsThatCannotBeMeantStopTheStartUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MalwareScanSettings("localhost", 0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MalwareScanSettings("localhost", 3310, Duration.ZERO));
    }

    private void scan(byte[] bytes) throws IOException {
        try (var material = Material.receive(new ByteArrayInputStream(bytes), LIMITS)) {
            scan(material);
        }
    }

    private void scan(Material material) {
        new ClamdScan(new MalwareScanSettings("localhost", clamd.port(), Duration.ofMillis(1_500)))
                .requireClean(material, "a.bin");
    }

    private static void isUnavailable(Throwable refusal) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        HandoverException.class, each -> assertThat(each.code()).isEqualTo(Code.UNAVAILABLE))
                .hasMessageContaining("Try again in a few minutes");
    }
}
