package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which browsers do. */
class ChromiumTests {

    @Test
    void continuousIntegrationBringsABrowserOnlyWhereTheTestsWouldFindNone() throws IOException {
        assertThat(Files.readString(Path.of(".ci/run")))
                .contains("for name in %s; do".formatted(String.join(" ", Chromium.NAMES)));
    }
}
