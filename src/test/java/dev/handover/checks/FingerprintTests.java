package dev.handover.checks;

import static dev.handover.checks.FingerprintField.CERTIFICATE_VALID_UNTIL;
import static dev.handover.checks.FingerprintField.IDENTITY_PROVIDER;
import static dev.handover.checks.FingerprintField.TENANT;
import static dev.handover.checks.FingerprintField.URL;
import static dev.handover.checks.FingerprintField.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Phrase;
import dev.handover.shared.Wording;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    private static final Fingerprint VALIDATED =
            new Fingerprint(Map.of(VERSION, "4.2.0", URL, "https://aurora.example/", TENANT, ""), Map.of());

    @Test
    void anEqualFingerprintHasNoDifferences() {
        assertThat(VALIDATED.differencesTo(VALIDATED)).isEmpty();
        assertThat(VALIDATED.notReadableIn(VALIDATED)).isEmpty();
    }

    @Test
    void eachDifferenceNamesTheFieldWithBeforeAndAfterInTheOrderOfFields() {
        var now = new Fingerprint(
                Map.of(VERSION, "4.2.1", URL, "https://other.example/", TENANT, "aurora-prod"), Map.of());
        assertThat(VALIDATED.differencesTo(now))
                .extracting(FingerprintDifference::inWords)
                .containsExactly(
                        "URL users end at https://aurora.example/ -> https://other.example/",
                        "tenant nothing -> aurora-prod",
                        "version 4.2.0 -> 4.2.1");
    }

    @Test
    void aValueThatIsGoneIsADifference() {
        var now = new Fingerprint(Map.of(VERSION, "", URL, "https://aurora.example/", TENANT, ""), Map.of());
        assertThat(VALIDATED.differencesTo(now))
                .extracting(FingerprintDifference::inWords)
                .containsExactly("version 4.2.0 -> nothing");
    }

    @Test
    void whatCannotBeReadNowIsNoDifferenceButIsNamed() {
        var now = new Fingerprint(
                Map.of(URL, "https://aurora.example/", TENANT, ""),
                Map.of(VERSION, "no answer", IDENTITY_PROVIDER, "no"));
        assertThat(VALIDATED.differencesTo(now)).isEmpty();
        assertThat(VALIDATED.notReadableIn(now)).containsExactly(VERSION);
    }

    @Test
    void whatWasNotKnownThenIsNotCompared() {
        var then = new Fingerprint(Map.of(URL, "https://aurora.example/"), Map.of(VERSION, "no answer"));
        assertThat(then.differencesTo(VALIDATED)).isEmpty();
        assertThat(then.notReadableIn(VALIDATED)).isEmpty();
    }

    @Test
    void theDocumentIsCanonicalAndHasNeitherTimesNorReasons() {
        var one = new Fingerprint(Map.of(VERSION, "4.2.0", TENANT, ""), Map.of(URL, "it answered 503"));
        var other = new Fingerprint(Map.of(TENANT, "", VERSION, "4.2.0"), Map.of(URL, "no answer after 10 s"));
        assertThat(one.document())
                .isEqualTo("{\"fields\":{\"tenant\":null,\"version\":\"4.2.0\"},\"unknown\":[\"url\"]}")
                .isEqualTo(other.document());
    }

    @Test
    void aDocumentIsReadBack() {
        assertThat(Fingerprint.of(VALIDATED.document())).isEqualTo(VALIDATED);
        var partly = new Fingerprint(Map.of(VERSION, "4.2.0"), Map.of(URL, "it answered 503"));
        var read = Fingerprint.of(partly.document());
        assertThat(read.known()).isEqualTo(partly.known());
        assertThat(read.unknown()).containsOnlyKeys(URL);
    }

    @Test
    void fieldsOfAnotherVersionArePassedOver() {
        var read = Fingerprint.of("{\"fields\":{\"colour\":\"red\",\"version\":\"1\"},\"unknown\":[\"smell\"]}");
        assertThat(read.known()).containsOnly(Map.entry(VERSION, "1"));
        assertThat(read.unknown()).isEmpty();
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> Fingerprint.of("{")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongValueIsShortenedForPeople() {
        var difference = new FingerprintDifference(VERSION, "x".repeat(500), "2");
        assertThat(difference.inWords()).hasSizeLessThan(160).endsWith("… -> 2");
        assertThat(difference.said())
                .isEqualTo(
                        Phrase.of("fingerprint-difference", new Wording.Name("version"), "x".repeat(120) + "…", "2"));
    }

    @Test
    void forMailsAPointInTimeStaysOneAndNothingIsNoText() {
        assertThat(new FingerprintDifference(CERTIFICATE_VALID_UNTIL, "2026-03-03T13:00:00Z", "").said())
                .isEqualTo(Phrase.of(
                        "fingerprint-difference",
                        new Wording.Name("TLS certificate valid until"),
                        Instant.parse("2026-03-03T13:00:00Z"),
                        Phrase.of("nothing")));
    }
}
