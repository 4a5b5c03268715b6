package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTests {

    @ParameterizedTest
    @CsvSource({
        "aurora.example:443, AURORA.example., 443, true",
        "aurora.example:443, aurora.example, 444, false",
        "aurora.example:443, www.aurora.example, 443, false",
        "aurora.example:443, evilaurora.example, 443, false",
        "*.aurora.example:443, www.aurora.example, 443, true",
        "*.aurora.example:443, a.b.aurora.example, 443, true",
        "*.aurora.example:443, aurora.example, 443, false",
        "*.aurora.example:443, evilaurora.example, 443, false",
        "*.aurora.example:443, aurora.example.evil.example, 443, false",
        "10.0.0.5:8080, 10.0.0.5, 8080, true",
        "[::1]:8080, [0:0:0:0:0:0:0:1], 8080, true",
        "127.0.0.1:8080, [::ffff:7f00:1], 8080, true",
        "bücher.example:443, xn--bcher-kva.example, 443, true",
    })
    void aPatternStandsForExactlyTheHostsItNames(String pattern, String host, int port, boolean matches) {
        assertThat(HostPattern.parse(pattern).matches(HostName.parse(host), port))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "*",
                "*:443",
                "*.com:443",
                "*.example:443",
                "aurora.example",
                "aurora.example:",
                "aurora.example:0",
                "aurora.example:65536",
                "aurora.example:https",
                "https://aurora.example:443",
                "au*ora.example:443",
                "*.10.0.0.5:80",
                "10.0.0.0/8:80",
                "user@aurora.example:443",
                "0x7f.1:80",
            })
    void widePatternsAndOtherTextsAreRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostPattern.parse(pattern));
    }

    @Test
    void aPatternReadsAsItIsWritten() {
        assertThat(HostPattern.parse("*.Aurora.example:443")).hasToString("*.aurora.example:443");
    }
}
