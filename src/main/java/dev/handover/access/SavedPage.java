package dev.handover.access;

import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Remembers over the login which page somebody wanted to see. */
final class SavedPage {

    private SavedPage() {}

    static RequestCache cache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(BrowserRequests::isNavigation);
        cache.setMatchingRequestParameterName(null); // adds nothing to the address
        return cache;
    }
}
