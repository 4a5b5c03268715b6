package dev.handover.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes the present request. */
@Component
public class CurrentUser {

    /** @throws IllegalStateException outside a request of a logged-in person; the security chains let none through to us */
    public Viewer viewer() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    /** The person, if the present thread works for one (jobs of the engine do not). */
    public Optional<Viewer> find() {
        return viewerOf(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Viewer> viewerOf(Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }
}
