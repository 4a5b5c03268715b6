package dev.handover.access;

import dev.handover.access.OpenIdConfiguration.TokensOfPrograms;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Login at an OpenID Connect provider: people by their browser, programs by an access token. It ends as a login by password does,
 * with a {@link Viewer} as principal; of the provider's tokens only the one that names the person is kept, to log out there.
 */
@Component
@ConditionalOnProperty("handover.login.open-id.issuer")
class OpenIdLogin {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);

    static final String REFUSED = "/login?refused";

    private final ClientRegistrationRepository clients;
    private final TokensOfPrograms tokens;
    private final Arrivals arrivals;
    private final Sessions sessions;
    private final OpenIdLogout logout;
    private final Answers answers;

    OpenIdLogin(
            ClientRegistrationRepository clients,
            TokensOfPrograms tokens,
            Arrivals arrivals,
            Sessions sessions,
            OpenIdLogout logout,
            Answers answers) {
        this.clients = clients;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.sessions = sessions;
        this.logout = logout;
        this.answers = answers;
    }

    void onPages(HttpSecurity http) throws Exception {
        var welcome = new Welcome();
        welcome.setRequestCache(SavedPage.cache());
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new ForgottenTokens())
                .authorizationEndpoint(
                        authorization -> authorization.authorizationRequestResolver(new ProviderRequests(clients)))
                .successHandler(welcome)
                .failureHandler(OpenIdLogin::failed));
        logout.onPages(http);
    }

    void onMachines(HttpSecurity http) throws Exception {
        http.oauth2ResourceServer(
                server -> server.jwt(jwt -> jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(this::program))
                        .authenticationEntryPoint(answers::passwordRequired));
    }

    private AbstractAuthenticationToken program(Jwt token) {
        return arrivals.program(token.getClaims())
                .map(viewer -> PasswordLogin.loggedIn(viewer, Proof.ofProgram(token.getClaimAsInstant("auth_time"))))
                .orElseThrow(() -> new InvalidBearerTokenException("the token names nobody who is known here"));
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("A login at the identity provider failed: {}", failure.getMessage());
        refuse(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + REFUSED);
    }

    /** Puts our own account in place of the provider's, and leads on to where the person wanted to go. */
    private final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication login)
                throws IOException, ServletException {
            var person = (OidcUser) login.getPrincipal();
            var viewer = arrivals.welcome(person.getClaims());
            if (viewer.isEmpty()) {
                refuse(request, response);
                return;
            }
            var own = PasswordLogin.loggedIn(viewer.get(), Proof.atProvider(person));
            sessions.keep(own, request, response);
            if (ProviderRequests.wasToConfirm(request)) {
                response.sendRedirect(request.getContextPath() + ConfirmationPage.ADDRESS);
            } else {
                super.onAuthenticationSuccess(request, response, own);
            }
        }
    }
}
