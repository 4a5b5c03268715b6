package dev.handover.browser;

import dev.handover.ApplicationTest;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test in real browsers on the whole started application, where people log in with local accounts or at a real provider of OpenID
 * Connect. All its classes share one application, in a virtual machine of their own.
 */
@ApplicationTest
abstract class BrowserTest {

    /** Asks people on a page of its own who they are. */
    static final MockOAuth2Server PROVIDER =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));

    static final String ISSUER = "contoso";

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add(
                "handover.login.open-id.issuer",
                () -> PROVIDER.issuerUrl(ISSUER).toString());
        registry.add("handover.login.open-id.client-id", () -> "handover");
        registry.add("handover.login.open-id.client-secret", () -> "s3cret");
        registry.add("handover.login.open-id.name", () -> "Contoso");
    }

    /** Of the application, without a path. */
    String address() {
        return "http://localhost:" + port;
    }
}
