package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ContentStreamTests {

    private static final Digest DIGEST = Digest.of("one two three");

    @Test
    void piecesAreOneStream() throws IOException {
        assertThat(stream(13, "one ", "two ", "three").readAllBytes())
                .asString()
                .isEqualTo("one two three");
    }

    @Test
    void readsByteByByteUpToTheEndAndStaysThere() throws IOException {
        var stream = stream(13, "one ", "two ", "three");
        var read = new ByteArrayOutputStream();
        for (int b = stream.read(); b >= 0; b = stream.read()) {
            read.write(b);
        }

        assertThat(read).asString().isEqualTo("one two three");
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.read(new byte[0])).isZero();
    }

    @Test
    void changedByteIsNoticedBeforeTheLastPieceIsHandedOut() throws IOException {
        var stream = stream(13, "One ", "two ", "three");

        assertThat(stream.readNBytes(8)).asString().isEqualTo("One two ");
        assertThatThrownBy(stream::read).isInstanceOf(DamagedContent.class).hasMessageContaining(DIGEST.sha256());
    }

    @Test
    void damageIsNeverTakenForTheEnd() {
        var stream = stream(13, "one ", "two ", "threE");

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(DamagedContent.class);
        assertThatThrownBy(stream::read).isInstanceOf(DamagedContent.class);
    }

    @Test
    void missingEmptyAndOverlongPiecesAreDamage() {
        assertThatThrownBy(() -> stream(13, "one ").readAllBytes()).isInstanceOf(DamagedContent.class);
        assertThatThrownBy(() -> stream(13, "one ", "", "two three").readAllBytes())
                .isInstanceOf(DamagedContent.class);
        assertThatThrownBy(() -> stream(13, "one two three four").readAllBytes())
                .isInstanceOf(DamagedContent.class);
        assertThatThrownBy(() -> stream(0).readAllBytes()).isInstanceOf(DamagedContent.class);
    }

    private static ContentStream stream(long size, String... pieces) {
        IntFunction<Optional<byte[]>> source = position -> position < pieces.length
                ? Optional.of(List.of(pieces).get(position).getBytes(StandardCharsets.US_ASCII))
                : Optional.empty();
        return new ContentStream(DIGEST, size, source);
    }
}
