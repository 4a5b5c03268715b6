package dev.handover.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What a page asks servers for, since somebody began to listen. Who logs out while the page still asks for something makes
 * that fail, and the browser complains.
 */
final class Traffic {

    /** A pause between two requests of a page that still loads is shorter. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Page page;
    private final Set<Request> underWay = new HashSet<>();
    private long changed = System.nanoTime();

    Traffic(Page page) {
        this.page = page;
        page.onRequest(this::begins);
        page.onRequestFinished(this::ends);
        page.onRequestFailed(this::ends);
    }

    /** Waits until nothing has been under way for a moment, at most as long as Playwright waits for anything. */
    void awaitQuiet() {
        page.waitForCondition(() -> underWay.isEmpty() && System.nanoTime() - changed >= QUIET.toNanos());
    }

    private void begins(Request request) {
        if (request.isNavigationRequest()) {
            underWay.clear(); // whatever the page before it was waiting for
        }
        underWay.add(request);
        changed = System.nanoTime();
    }

    private void ends(Request request) {
        underWay.remove(request);
        changed = System.nanoTime();
    }
}
