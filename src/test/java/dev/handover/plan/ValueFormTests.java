package dev.handover.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aurora.example.com",
                "http://localhost:8090/connectors/erp?site=hamburg&page=2",
                "HTTPS://aurora.example.com/",
                "https://[2001:db8::1]:8443/health",
                "https://aurora.example.com/keys/monkey?keyboard=de"
            })
    void anAddressIsAccepted(String address) {
        assertThat(ValueForm.ADDRESS.problem(address)).isEmpty();
        assertThat(Addresses.find(address)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    aurora example                    | This is not an address.
                    https://aurora.example.com/a b    | This is not an address.
                    aurora.example.com                | The address does not begin with https:// or http://.
                    /health                           | The address does not begin with https:// or http://.
                    ftp://aurora.example.com          | The address does not begin with https:// or http://.
                    file:///etc/passwd                | The address does not begin with https:// or http://.
                    javascript:alert(1)               | The address does not begin with https:// or http://.
                    https://ada:pw@aurora.example.com | The address holds a user name or password.
                    https://ada@aurora.example.com    | The address holds a user name or password.
                    https://a@b@aurora.example.com    | The address holds a user name or password.
                    https://:@aurora.example.com      | The address holds a user name or password.
                    https:///health                   | The address has no valid host and port.
                    https:aurora                      | The address has no valid host and port.
                    https://aurora.example.com:99999  | The address has no valid host and port.
                    https://aurora.example.com:0      | The address has no valid host and port.
                    https://a.example.com?token=x     | The address holds a secret in its parameters.
                    https://a.example.com?a=1&api_key=x | The address holds a secret in its parameters.
                    https://a.example.com?API-Key=x   | The address holds a secret in its parameters.
                    https://a.example.com?access%5Ftoken=x | The address holds a secret in its parameters.
                    https://a.example.com/x#top       | The address has a part after #, which is never sent.
                    """)
    void anAddressIsRefusedWithoutRepeatingIt(String address, String message) {
        Problem problem = ValueForm.ADDRESS.problem(address).orElseThrow();

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.toString()).doesNotContain(address);
        assertThat(Addresses.find(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P1D", "P14D", "P1DT12H", "PT36H", "PT1H30M", "PT0S", "P3660D"})
    void aLengthIsAccepted(String length) {
        assertThat(ValueForm.LENGTH.problem(length)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4h, PT4H for four hours",
        "P, PT4H for four hours",
        "PT, PT4H for four hours",
        "P1DT, PT4H for four hours",
        "-PT1H, PT4H for four hours",
        "pt1h, PT4H for four hours",
        "PT1.5H, PT4H for four hours",
        "P1M, Count in days; for example P30D.",
        "P2W, Count in days; for example P14D.",
        "P1Y, Count in days; for example P365D.",
        "P3661D, Write a shorter length.",
        "PT999999999H, Write a shorter length."
    })
    void aLengthIsRefusedWithAMend(String length, String mend) {
        assertThat(ValueForm.LENGTH.problem(length).orElseThrow().mend()).contains(mend.replace(';', ','));
        assertThat(Lengths.find(length)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14T22:00",
                "2026-03-14T22:00:59",
                "2026-03-14T22:00Z",
                "2026-03-14T22:00:00-11:00",
                "P2D",
                "-PT6H"
            })
    void aPointInTimeIsAccepted(String moment) {
        assertThat(ValueForm.MOMENT.problem(moment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14",
                "2026-03-14 22:00",
                "2026-03-14T24:00",
                "2026-02-29T10:00",
                "2026-03-14T22:00+1:00",
                "2026-03-14T22:00+19:00",
                "2026-03-14T22:00[Europe/Berlin]",
                "+12026-03-14T22:00",
                "--PT6H",
                "P1M",
                "now"
            })
    void whatIsNoPointInTimeIsRefused(String moment) {
        assertThat(ValueForm.MOMENT.problem(moment).orElseThrow().message())
                .isEqualTo("\"%s\" is not a point in time.", moment);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berln, Write Europe/Berlin.",
        "Berlin, Write Europe/Berlin.",
        "europe/berlin, Write Europe/Berlin.",
        "new york, Write America/New_York.",
        "Europe/Hamburg, 'Write an IANA name, for example Europe/Berlin.'",
        "+01:00, 'Write an IANA name, for example Europe/Berlin.'",
    })
    void anUnknownZoneIsRefusedWithTheOneThatIsMeant(String zone, String mend) {
        assertThat(ValueForm.ZONE.problem(zone).orElseThrow().mend()).isEqualTo(mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Asia/Kolkata"})
    void aZoneIsAccepted(String zone) {
        assertThat(ValueForm.ZONE.problem(zone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.example", "susan.sauer+golive@mail.example.com", "o'hara@example.co.uk", "x_1@a-b.example"})
    void anEmailAddressIsAccepted(String email) {
        assertThat(ValueForm.EMAIL.problem(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a.example",
                "@b.example",
                "a@",
                "a b@c.example",
                "a@b..example",
                "a@-b.example",
                "a@b.example\r\nBcc: x@y.example",
                "a@b.example,c@d.example",
                "Susan <susan@b.example>",
                "a@b.example "
            })
    void whatIsNoEmailAddressIsRefused(String email) {
        assertThat(ValueForm.EMAIL.problem(email)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 40 5550 1234", "+1 (212) 555-0100", "+36.1.555.0100", "+4940555012"})
    void aTelephoneNumberIsAccepted(String phone) {
        assertThat(ValueForm.PHONE.problem(phone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040 5550",
                "0049 40 5550 1234",
                "+49",
                "+0 40 5550 1234",
                "+49 40 call me",
                "+49 1234567890123456"
            })
    void whatIsNoTelephoneNumberIsRefused(String phone) {
        assertThat(ValueForm.PHONE.problem(phone)).isPresent();
    }

    @Test
    void aFormThatTheSchemaDoesNotNameIsAFault() {
        assertThatThrownBy(() -> ValueForm.of("colour")).isInstanceOf(IllegalArgumentException.class);
    }
}
