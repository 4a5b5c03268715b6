package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.CheckTestData.NOW;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Certificates;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamlMetadataCheckTests {

    private static final Certificates LASTING = Certificates.ofSigner("idp", NOW.minus(Duration.ofDays(1)), 90);
    private static final Certificates ENDING = Certificates.ofSigner("idp", NOW.minus(Duration.ofDays(80)), 90);
    private static final Certificates ENDED = Certificates.ofSigner("idp", NOW.minus(Duration.ofDays(95)), 90);
    private static final Certificates TO_COME = Certificates.ofSigner("idp", NOW.plus(Duration.ofDays(1)), 90);

    private static final String SSO = "<md:SingleSignOnService"
            + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\"https://login.example/sso\"/>";

    @AutoClose
    private final TestServer server = TestServer.start();

    private String answered = "";

    private CheckResult run(String xml) {
        if (answered.isEmpty()) {
            server.on("/metadata", any -> new Response(200, "application/samlmetadata+xml", answered, Map.of()));
        }
        answered = xml.isEmpty() ? " " : xml;
        return run();
    }

    private CheckResult run() {
        return CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http"),
                new CheckTarget.SamlMetadata(server.uri("/metadata"), 14));
    }

    private static String key(String use, Certificates certificate) {
        return key(use, certificate.base64());
    }

    private static String key(String use, String base64) {
        return """
                <md:KeyDescriptor%s><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
                <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                """.formatted(use.isEmpty() ? "" : " use=\"" + use + "\"", base64);
    }

    private static String entity(String attributes, String content) {
        return """
                <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" %s>
                <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">%s</md:IDPSSODescriptor>
                </md:EntityDescriptor>
                """.formatted(attributes, content);
    }

    private static String withKeys(String... keys) {
        return entity("entityID=\"https://login.example/idp\"", String.join("", keys) + SSO);
    }

    @Test
    void completeMetadataPasses() {
        assertThat(run("<?xml version=\"1.0\"?>" + withKeys(key("signing", LASTING))))
                .passed()
                .observed("\"https://login.example/idp\"", "1 endpoint(s)", "valid until 2026-05-30")
                .noted("CN=idp", "https://login.example/sso", "entityId");
    }

    @Test
    void aCertificateForAnyUseSignsToo() {
        assertThat(run(withKeys(key("", LASTING)))).passed();
    }

    @Test
    void whileAKeyIsChangedOneCertificateThatLastsIsEnough() {
        assertThat(run(withKeys(key("signing", ENDED), key("signing", LASTING))))
                .passed();
    }

    @Test
    void certificatesThatAllRunOutAreToldWithTheirDates() {
        assertThat(run(withKeys(key("signing", ENDED), key("signing", ENDING), key("signing", TO_COME))))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed(
                        "no signing certificate is valid now and for at least 14 days",
                        "one expired on 2026-02-25",
                        "one expires on 2026-03-12",
                        "one begins on 2026-03-03");
    }

    @Test
    void aCertificateForEncryptionOnlyIsNone() {
        assertThat(run(withKeys(key("encryption", LASTING))))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("there is no signing certificate");
    }

    @Test
    void whatIsNoCertificateIsTold() {
        assertThat(run(withKeys(key("signing", LASTING), key("signing", "bm90IGEgY2VydGlmaWNhdGU="))))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("1 signing certificate(s) cannot be read");
    }

    @Test
    void endpointsAreOverHttpsAndForBrowsers() {
        String keys = key("signing", LASTING);
        String id = "entityID=\"https://login.example/idp\"";
        assertThat(run(entity(id, keys))).failed(Symptom.CANNOT_SIGN_IN).observed("there is no endpoint for sign-on");
        assertThat(run(entity(id, keys + SSO.replace("HTTP-Redirect", "SOAP"))))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("no endpoint for sign-on has the binding");
        for (String location : new String[] {"http://login.example/sso", "/sso", "ftp://login.example/", "%", ""}) {
            assertThat(run(entity(id, keys + SSO.replace("https://login.example/sso", location))))
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("\"%s\" is not an https address".formatted(location));
        }
    }

    @Test
    void plainHttpIsInOrderWhereTheSettingsAllowIt() {
        String here =
                SSO.replace("https://login.example/sso", server.uri("/sso").toString());
        assertThat(run(entity("entityID=\"x\"", key("signing", LASTING) + here)))
                .passed();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            validUntil="2026-03-02T12:00:00Z" | was valid until 2026-03-02T12:00:00Z only
            validUntil="2026-03-02T12:59:59+01:00" | was valid until 2026-03-02T11:59:59Z only
            validUntil="tomorrow" | validUntil is "tomorrow" instead of a time
            cacheDuration="1 day" | cacheDuration is "1 day" instead of a length of time
            cacheDuration="PT0S" | cacheDuration is "PT0S"
            """)
    void termsThatAreOverOrUnclearAreTold(String term, String told) {
        String xml = entity("entityID=\"x\" " + term, key("signing", LASTING) + SSO);
        assertThat(run(xml)).failed(Symptom.CANNOT_SIGN_IN).observed(told);
    }

    @Test
    void theTermsOfWhatIsAroundCountToo() {
        String inside = entity("entityID=\"x\" cacheDuration=\"P1M\"", key("signing", LASTING) + SSO);
        String around =
                "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" validUntil=\"%s\">%s</md:EntitiesDescriptor>";
        assertThat(run(around.formatted("2026-03-03T12:00:00Z", inside)))
                .passed()
                .noted("\"P1M\"");
        assertThat(run(around.formatted("2026-03-01T12:00:00Z", inside)))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("was valid until 2026-03-01");
        assertThat(run(around.formatted("2026-03-03T12:00:00Z", inside + inside)))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("describes 2 identity providers");
    }

    @Test
    void aMissingEntityIdIsTold() {
        assertThat(run(entity("", key("signing", LASTING) + SSO)))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("the entityID is \"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "<html><body>Log in</body></html>",
                "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"x\"><md:SPSSODescriptor"
                        + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/></md:EntityDescriptor>",
                "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            })
    void whatIsNoMetadataOfAProviderFails(String text) {
        assertThat(run(text)).failed(Symptom.CANNOT_SIGN_IN).observed("the metadata cannot be read");
    }

    @Test
    void entityBombsAndForeignEntitiesAreRefusedAtOnce() {
        var bomb = new StringBuilder("<!DOCTYPE b [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        CheckResult ofBomb = run(bomb + "]><b>&a39;</b>");
        assertThat(ofBomb).failed(Symptom.CANNOT_SIGN_IN).observed("it has a document type (DOCTYPE)");
        Assertions.assertThat(ofBomb.took()).isLessThan(Duration.ofSeconds(10));
        server.on("/stolen", Response.status(200));
        CheckResult foreign = run("<!DOCTYPE b SYSTEM \"%s\" [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><b>&f;</b>"
                .formatted(server.uri("/stolen")));
        assertThat(foreign).failed(Symptom.CANNOT_SIGN_IN).observedNothingOf("root:");
        Assertions.assertThat(server.received())
                .extracting(TestServer.Received::path)
                .doesNotContain("/stolen");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThat(run("<a>".repeat(10_000) + "</a>".repeat(10_000)))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("cannot be read");
    }

    @Test
    void longMetadataIsReadAndEndlessIsNot() {
        String good = withKeys(key("signing", LASTING));
        assertThat(run("<!--%s-->%s".formatted("x".repeat(200_000), good))).passed();
        assertThat(run("<!--%s-->%s".formatted("x".repeat(600_000), good)))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("too long to be read");
    }

    @Test
    void aServerThatAnswersAnErrorFails() {
        server.on("/metadata", Response.status(503));
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("answered 503");
    }
}
