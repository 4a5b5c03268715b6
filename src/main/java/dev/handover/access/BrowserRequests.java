package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells the calls of machines from those a browser makes. */
final class BrowserRequests {

    /** Sent by every browser of these years, but only over https and to this machine. */
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private BrowserRequests() {}

    /**
     * Matches changing calls that must prove by a token that one of our pages sent them: all but those of machines, which
     * bring their own password or token. A browser that remembers such a password also sends it for a foreign page, but then it
     * says where the call comes from.
     */
    static RequestMatcher thatNeedToken() {
        return request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !(bringsCredentials(request) && isFromMachineOrOwnPage(request));
    }

    /** True if a browser asks. */
    static boolean isBrowser(HttpServletRequest request) {
        return request.getHeader(FETCH_SITE) != null || acceptsPages(request);
    }

    /** True if a browser asks for something to show as a page of its own, following a link for example. */
    static boolean isNavigation(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return "GET".equals(request.getMethod()) && (mode == null ? acceptsPages(request) : mode.equals("navigate"));
    }

    private static boolean bringsCredentials(HttpServletRequest request) {
        var credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null
                && (credentials.regionMatches(true, 0, "Basic ", 0, 6)
                        || credentials.regionMatches(true, 0, "Bearer ", 0, 7));
    }

    private static boolean isFromMachineOrOwnPage(HttpServletRequest request) {
        var site = request.getHeader(FETCH_SITE);
        return site == null ? request.getHeader(HttpHeaders.ORIGIN) == null : OWN_PAGES.contains(site);
    }

    private static boolean acceptsPages(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
