package dev.handover.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What browsers are told about our answers. Answers that need another policy set the header themselves and keep it. */
final class SecurityHeaders {

    /** Our pages bring everything along; nothing inline runs, nothing foreign is loaded, nobody frames them. */
    static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    /** Answers of the interface are data: nothing in them runs, should a browser show one. */
    static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private SecurityHeaders() {}

    static void onApi(HttpSecurity http) throws Exception {
        common(http);
        http.headers(headers -> headers.addHeaderWriter(new ContentSecurityPolicyHeaderWriter(DATA)));
    }

    /** @param webapps the engine's web applications, which send a policy of their own */
    static void onPages(HttpSecurity http, RequestMatcher webapps) throws Exception {
        common(http);
        HeaderWriter policy = new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(webapps), new ContentSecurityPolicyHeaderWriter(PAGES));
        http.headers(headers -> headers.addHeaderWriter(policy));
    }

    private static void common(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }
}
