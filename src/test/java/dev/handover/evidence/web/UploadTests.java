package dev.handover.evidence.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.handover.evidence.EvidenceSettings;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

class UploadTests {

    private static final EvidenceSettings LIMITS = new EvidenceSettings(DataSize.ofMegabytes(25));

    private final MultipartHttpServletRequest request = mock();

    /** What the system says when a part does not fit into the folder for temporary files; the device says it always. */
    @Test
    void aServerWithoutRoomSaysSo() {
        var full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[10]));
        given(request.getFile("file")).willThrow(new MultipartException("cannot parse", full));

        assertCode(Code.NO_ROOM, "no room");
    }

    @Test
    void aSenderThatBreaksOffIsAskedToSendAgain() {
        given(request.getFile("file")).willThrow(new MultipartException("cannot parse", new IOException("EOF")));

        assertCode(Code.INVALID_INPUT, "did not arrive completely");
    }

    private void assertCode(Code code, String words) {
        assertThatThrownBy(() -> Upload.read(request, LIMITS))
                .hasMessageContaining(words)
                .asInstanceOf(InstanceOfAssertFactories.type(HandoverException.class))
                .extracting(HandoverException::code)
                .isEqualTo(code);
    }
}
