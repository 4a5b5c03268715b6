package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTests {

    @ParameterizedTest
    @CsvSource({
        "Aurora.Example, aurora.example",
        "aurora.example., aurora.example",
        "bücher.example, xn--bcher-kva.example",
        "ａｕｒｏｒａ.example, aurora.example",
        "aurora。example, aurora.example",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1., 127.0.0.1",
        "①②⑦.0.0.1, 127.0.0.1",
        "[::1], [0:0:0:0:0:0:0:1]",
        "[0:0::0:1], [0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1], 127.0.0.1",
        "[::FFFF:7f00:1], 127.0.0.1",
        "127.0.0.1.example.com, 127.0.0.1.example.com",
    })
    void everySpellingOfAHostBecomesOne(String spelling, String canonical) {
        assertThat(HostName.parse(spelling).text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..b",
                ".example.com",
                "2130706433",
                "0x7f000001",
                "0x7F.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "127.1",
                "127.0.1",
                "127.0.0.01",
                "127.0.0.256",
                "1.2.3.4.5",
                "127.0.0.0x1",
                "0x",
                "[::1",
                "[fe80::1%25eth0]",
                "[fe80::1%eth0]",
                "[127.0.0.1]",
                "[:::1]",
                "[]",
                "127%2e0.0.1",
                "exa mple.com",
                "exa_mple.com",
                "exam\u0000ple.com",
                "exam\r\nple.com",
                "-a.example",
                "a-.example",
                "*.example.com",
                "evil.example\\@aurora.example",
            })
    void whatCouldMeanDifferentHostsIsRefused(String spelling) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.parse(spelling));
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 1_000, 100_000})
    void namesLongerThanTheDnsAllowsAreRefusedQuickly(int length) {
        String name = "a.".repeat(length / 2) + "a";
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.parse(name));
    }
}
