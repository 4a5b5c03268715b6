package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Digest;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class MaterialTests {

    private static final int LIMIT = 300 * 1024;
    private final EvidenceSettings settings = new EvidenceSettings(DataSize.ofBytes(LIMIT));

    @ParameterizedTest
    @ValueSource(ints = {1, MediaTypes.HEAD - 1, MediaTypes.HEAD, MediaTypes.HEAD + 1, LIMIT})
    void bytesComeOutAsTheyCameIn(int size) throws IOException {
        var bytes = EvidenceTestData.bytes(size);

        try (var material = Material.receive(new ByteArrayInputStream(bytes), settings)) {
            assertThat(material.size()).isEqualTo(size);
            assertThat(material.digest()).isEqualTo(Digest.of(bytes));
            assertThat(material.head()).isEqualTo(Arrays.copyOf(bytes, Math.min(size, MediaTypes.HEAD)));
            for (var reading : List.of("first", "second")) {
                try (var stream = material.open()) {
                    assertThat(stream.readAllBytes()).as(reading).isEqualTo(bytes);
                }
            }
        }
    }

    /** The device answers every write as a full disk does. */
    @Test
    void aFullDiskIsNotTheSendersFault() {
        var bytes = EvidenceTestData.bytes(MediaTypes.HEAD + 1);
        var full = Path.of("/dev/full");

        for (var shelf : List.<Material.Shelf>of(
                () -> FileChannel.open(full, StandardOpenOption.WRITE),
                () -> FileChannel.open(Path.of("/no/folder")))) {
            assertThatThrownBy(() -> Material.receive(new ByteArrayInputStream(bytes), settings, shelf))
                    .isInstanceOfSatisfying(
                            HandoverException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(Code.NO_ROOM))
                    .hasMessageContaining("nothing of yours was recorded");
        }
    }

    @Test
    void oneByteTooManyIsRefused() {
        var bytes = EvidenceTestData.bytes(LIMIT + 1);

        assertThatThrownBy(() -> Material.receive(new ByteArrayInputStream(bytes), settings))
                .satisfies(MaterialTests::isTooLarge);
        assertThatThrownBy(() -> Material.of(bytes, settings)).satisfies(MaterialTests::isTooLarge);
    }

    @Test
    void endlessStreamIsNotReadFarBeyondTheLimit() {
        var endless = new EvidenceTestData.Endless();

        assertThatThrownBy(() -> Material.receive(endless, settings)).satisfies(MaterialTests::isTooLarge);
        assertThat(endless.given()).isLessThanOrEqualTo(LIMIT + MediaTypes.HEAD);
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> Material.receive(InputStream.nullInputStream(), settings))
                .hasMessageContaining("The file is empty");
        assertThatThrownBy(() -> Material.of(new byte[0], settings)).hasMessageContaining("The file is empty");
    }

    @Test
    void nothingIsLeftOnDiskNotEvenWhileItIsInUse() throws IOException {
        try (var material = Material.receive(new ByteArrayInputStream(EvidenceTestData.bytes(LIMIT)), settings)) {
            assertThat(material.size()).isEqualTo(LIMIT);
            assertThat(leftovers()).isEmpty();
        }
    }

    private static List<Path> leftovers() throws IOException {
        try (var files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "handover-*.evidence")) {
            return java.util.stream.StreamSupport.stream(files.spliterator(), false)
                    .toList();
        }
    }

    private static void isTooLarge(Throwable refusal) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
        assertThat(refusal).hasMessageContaining("at most 300 KB");
    }
}
