package dev.handover.development.customer;

import dev.handover.checks.guard.Certificates;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The SAML 2.0 identity provider of the sample product, as far as its metadata goes: endpoints for sign-on, and a real signing
 * certificate. Nobody can sign in here.
 */
final class SamlProvider {

    private static final String METADATA = """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%1$s/saml"
                validUntil="%2$s" cacheDuration="PT6H">
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:KeyDescriptor use="signing">
                  <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                    <ds:X509Data><ds:X509Certificate>%3$s</ds:X509Certificate></ds:X509Data>
                  </ds:KeyInfo>
                </md:KeyDescriptor>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                    Location="%1$s/saml/sso"/>
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%1$s/saml/sso"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """;

    private final Clock clock;
    private final Switches switches;
    private final Supplier<URI> baseUrl;
    private final Instant begin;

    /** @param baseUrl of the environment; asked at each request, since the port is known only when the site is open */
    SamlProvider(Clock clock, Switches switches, Supplier<URI> baseUrl) {
        this.clock = clock;
        this.switches = switches;
        this.baseUrl = baseUrl;
        this.begin = clock.instant();
    }

    void addTo(Routes routes) {
        routes.get("/saml/metadata", this::metadata);
    }

    private Response metadata(Request request) {
        var validUntil = clock.instant().plus(Duration.ofDays(7));
        var xml = METADATA.formatted(baseUrl.get(), validUntil, certificate().base64());
        return Response.of(200, "application/samlmetadata+xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Made when it is first asked for: making one takes a second. */
    private Certificates certificate() {
        return switches.isBroken(Part.SAML_CERTIFICATE)
                ? Certificates.ofSigner("aurora-login", begin.minus(Duration.ofDays(395)), 365)
                : Certificates.ofSigner("aurora-login", begin.minus(Duration.ofDays(1)), 3650);
    }
}
