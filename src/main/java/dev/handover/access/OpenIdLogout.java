package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * One logout for here and for the identity provider. Whoever logs out here is led there to log out as well (OpenID Connect
 * RP-Initiated Logout 1.0); of whoever logs out there, the provider tells us (Back-Channel Logout 1.0), and they are out here.
 */
@Component
@ConditionalOnProperty("handover.login.open-id.issuer")
class OpenIdLogout {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogout.class);

    private final ProviderLogout provider;
    private final Accounts accounts;
    private final Answers answers;

    OpenIdLogout(ClientRegistrationRepository clients, Accounts accounts, Answers answers) {
        this.provider = new ProviderLogout(clients);
        this.accounts = accounts;
        this.answers = answers;
    }

    void onPages(HttpSecurity http) throws Exception {
        http.logout(logout -> logout.logoutSuccessHandler(this::loggedOutHere))
                .oidcLogout(logout -> logout.oidcSessionRegistry(new ForgottenSessions())
                        .backChannel(back -> back.logoutHandler(this::loggedOutThere)));
    }

    private void loggedOutHere(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        var token = Proof.of(login).token();
        if (token != null) {
            provider.farewell(request, response, token).remember(request);
        }
        answers.loggedOut(request, response, login);
    }

    /**
     * Ends all logins of the person that the provider had let in by then. So a token that is sent again ends nothing that began
     * since, and none has to be remembered.
     *
     * @param verified with a logout token that was verified: signature, issuer, audience, and that it is one
     */
    private void loggedOutThere(HttpServletRequest request, HttpServletResponse response, Authentication verified) {
        var token = (OidcLogoutToken) verified.getPrincipal();
        if (token.getSubject() == null) {
            LOG.warn(
                    "The identity provider says that somebody logged out, but not who: its logout token has no \"sub\".");
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return;
        }
        // Providers count whole seconds: a login of the same second is over, too.
        accounts.endLogins(token.getSubject(), token.getIssuedAt().plusSeconds(1));
    }
}
