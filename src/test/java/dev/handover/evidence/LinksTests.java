package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Refusal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTests {

    @ParameterizedTest
    @CsvSource({
        "ftp://host/x, starts with http",
        "file:///etc/passwd, starts with http",
        "javascript:alert(1), starts with http",
        "'data:text/html,x', starts with http",
        "/relative, starts with http",
        "http:///path, names no host",
        "http:opaque, names no host",
        "https://me:secret@host/x, user name or password",
        "https://token@host/x, user name or password"
    })
    void addressThatCannotBeCapturedIsRefused(URI link, String reason) {
        assertThatThrownBy(() -> Links.requireCapturable(link))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusalDoesNotRepeatThePassword() {
        assertThatThrownBy(() -> Links.requireCapturable(URI.create("https://me:secret@host/x")))
                .message()
                .doesNotContain("secret@")
                .doesNotContain("me:");
    }

    @Test
    void overlongAddressIsRefused() {
        var link = URI.create("https://host/" + "x".repeat(2_000));

        assertThatThrownBy(() -> Links.requireCapturable(link)).hasMessageContaining("2000 characters");
        assertThatThrownBy(() -> Links.requireCapturable(null)).hasMessageContaining("starts with http");
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/a/report.pdf?x=1, report.pdf",
        "HTTPS://host, host",
        "https://host/, host",
        "https://host/a%2F..%2Fb%0d%0a.png, b .png"
    })
    void copyIsNamedAfterTheAddress(URI link, String name) {
        assertThat(Links.fileName(Links.requireCapturable(link))).isEqualTo(name);
    }
}
