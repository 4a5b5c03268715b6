package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What the identity provider is asked. With {@code ?confirm}, it has to ask the person anew even if they are logged in there, and
 * to say when they answered (OpenID Connect Core 1.0, section 3.1.2.1: {@code prompt}, {@code max_age}).
 */
final class ProviderRequests implements OAuth2AuthorizationRequestResolver {

    private static final String CONFIRMING = ProviderRequests.class.getName();
    private static final String BASE = "/oauth2/authorization";

    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    ProviderRequests(ClientRegistrationRepository clients) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, BASE);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return confirming(request, resolver.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        return confirming(request, resolver.resolve(request, registrationId));
    }

    private static OAuth2AuthorizationRequest confirming(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        if (asked == null || request.getParameter("confirm") == null) {
            return asked;
        }
        request.getSession().setAttribute(CONFIRMING, true);
        return OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(more -> more.putAll(Map.of("prompt", "login", "max_age", "0")))
                .build();
    }

    /** Whether the person who has come back was sent to confirm who they are; asked once. */
    static boolean wasToConfirm(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(CONFIRMING) == null) {
            return false;
        }
        session.removeAttribute(CONFIRMING);
        return true;
    }
}
