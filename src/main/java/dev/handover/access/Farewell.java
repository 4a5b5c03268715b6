package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * What is left to do for somebody who logged out here and had logged in at the identity provider. The login page does it: a form
 * may lead to our own pages only ({@code form-action} of {@link SecurityHeaders#PAGES}), and the engine's web applications log out by
 * a call and then go to the login page.
 *
 * @param address of the provider, to log out there; null if it has none, so that the login there goes on
 */
record Farewell(String address) implements Serializable {

    private static final String NAME = Farewell.class.getName();

    /** Nobody is logged in any more, so there is no reason to keep it for long. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** In a new session of nobody. */
    void remember(HttpServletRequest request) {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) KEPT.toSeconds());
        session.setAttribute(NAME, this);
    }

    /** Asked once. */
    static Optional<Farewell> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof Farewell farewell)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        return Optional.of(farewell);
    }
}
