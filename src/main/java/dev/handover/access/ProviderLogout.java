package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Where the provider logs people out, as its metadata say ({@code end_session_endpoint}). It leads them back to {@link #BACK} and
 * nowhere else: the address is ours, not one that a request may choose, and the provider compares it with what it knows of us.
 */
final class ProviderLogout extends OidcClientInitiatedLogoutSuccessHandler {

    /** Without a query, which some providers do not take in an address that they are to lead back to. */
    static final String BACK = "/logged-out";

    private static final String NOWHERE = "/";

    ProviderLogout(ClientRegistrationRepository clients) {
        super(clients);
        setPostLogoutRedirectUri("{baseUrl}" + BACK);
        setDefaultTargetUrl(NOWHERE);
    }

    /** @param token with which the provider let the person in, by which it knows whose login to end */
    Farewell farewell(HttpServletRequest request, HttpServletResponse response, OidcIdToken token) {
        var person = new DefaultOidcUser(List.of(), token);
        var login = new OAuth2AuthenticationToken(person, List.of(), OpenIdSettings.REGISTRATION);
        var address = determineTargetUrl(request, response, login);
        return new Farewell(address.equals(NOWHERE) ? null : address);
    }
}
