package dev.handover.access;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in, by address. Three chains, and whatever none of them opens is closed:
 *
 * <ol>
 *   <li>{@code /engine-rest}: the engine's own REST interface, for machines, HTTP Basic or a bearer token only;
 *   <li>{@code /api} and {@code /actuator}: the same for machines, the session for pages;
 *   <li>everything else: people with a session, from our login page or the identity provider.
 * </ol>
 *
 * <p>Always matchers on the whole path: the string form of {@code securityMatcher} strips the path of the servlet and so
 * does not see what the engine's servlets serve.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final RequestMatcher ENGINE_REST = path("/engine-rest/**");
    private static final RequestMatcher MACHINES = new OrRequestMatcher(path("/api/**"), path("/actuator/**"));
    private static final RequestMatcher HEALTH = path("/actuator/health/**");
    private static final RequestMatcher COCKPIT_API = path("/camunda/api/cockpit/**");
    private static final RequestMatcher WEBAPP_API = path("/camunda/api/**");
    private static final RequestMatcher WEBAPPS = path("/camunda/**");

    private final Accounts accounts;
    private final Answers answers;
    private final Optional<OpenIdLogin> openId;

    WebSecurity(Accounts accounts, Answers answers, Optional<OpenIdLogin> openId) {
        this.accounts = accounts;
        this.answers = answers;
        this.openId = openId;
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        http.securityMatcher(ENGINE_REST)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(engineRules(viewer -> true)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // there is no session that a foreign page could ride on
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::passwordRequired))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers::passwordRequired)
                        .accessDeniedHandler(answers::refusedByEngine));
        takeTokens(http);
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        http.securityMatcher(MACHINES)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .hasAuthority(Group.ADMINS.id())
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(BrowserRequests.thatNeedToken()))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers::loginRequired))
                .requestCache(cache -> cache.requestCache(SavedPage.cache()))
                .addFilterBefore(new PresentAccount(accounts), AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(answers::loginRequired).accessDeniedHandler(answers::refused));
        takeTokens(http);
        SecurityHeaders.onApi(http);
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(path("/webjars/camunda/**"))
                        .denyAll()
                        .requestMatchers(path("/handover/**"))
                        .permitAll() // our stylesheets and scripts
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations())
                        .permitAll()
                        .requestMatchers(path("/login"), path(ProviderLogout.BACK), path("/error"))
                        .permitAll()
                        .requestMatchers(COCKPIT_API)
                        .access(engineRules(Viewer::seesEverything))
                        .requestMatchers(WEBAPP_API)
                        .access(engineRules(viewer -> true))
                        .requestMatchers(path("/camunda/app/*/*/setup/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                // The engine's web applications guard their calls by a token of their own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(WEBAPPS))
                .formLogin(login -> login.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(
                                path(POST, "/logout"), path(POST, "/camunda/api/admin/auth/user/*/logout")))
                        .logoutSuccessHandler(answers::loggedOut))
                .addFilterBefore(new PresentAccount(accounts), AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(SavedPage.cache()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers::loginRequired)
                        .accessDeniedHandler(answers::refusedToPeople));
        if (openId.isPresent()) {
            openId.get().onPages(http);
        }
        SecurityHeaders.onPages(http, WEBAPPS);
        return http.build();
    }

    private void takeTokens(HttpSecurity http) throws Exception {
        if (openId.isPresent()) {
            openId.get().onMachines(http);
        }
    }

    /** What the firewall refuses (odd addresses, methods, headers) gets a plain 400. */
    @Bean
    RequestRejectedHandler oddRequests() {
        return answers::odd;
    }

    private static AuthorizationManager<RequestAuthorizationContext> engineRules(Predicate<Viewer> also) {
        return (authentication, context) -> new AuthorizationDecision(
                CurrentUser.viewerOf(authentication.get()).filter(also).isPresent()
                        && EngineRules.allow(context.getRequest()));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
