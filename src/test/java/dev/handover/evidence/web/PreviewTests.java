package dev.handover.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PreviewTests {

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv", "text/markdown", "text/x-log", "text/x-yaml", "application/json"})
    void textIsPlainTextInASandbox(String type) {
        assertThat(Preview.of(type)).hasValueSatisfying(preview -> {
            assertThat(preview.contentType()).hasToString("text/plain;charset=UTF-8");
            assertThat(preview.policy()).isEqualTo(Preview.SANDBOX);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void imagesAreThemselvesInASandbox(String type) {
        assertThat(Preview.of(type)).hasValue(new Preview(MediaType.valueOf(type), Preview.SANDBOX));
    }

    @Test
    void pdfIsShownByTheViewerOfTheBrowserWithoutScriptsOfOurOrigin() {
        assertThat(Preview.of("application/pdf"))
                .hasValueSatisfying(preview -> assertThat(preview.policy())
                        .contains("default-src 'none'")
                        .doesNotContain("script-src")
                        .doesNotContain("sandbox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xhtml+xml",
                "image/svg+xml",
                "application/xml",
                "text/javascript",
                "text/css",
                "multipart/related",
                "application/zip",
                "application/octet-stream",
                "video/mp4",
                ""
            })
    void everythingElseIsADownload(String type) {
        assertThat(Preview.of(type)).isEmpty();
    }
}
