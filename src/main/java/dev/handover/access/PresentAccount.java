package dev.handover.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Judges each request of a session by what the account may do now, not by what it might at login: somebody who lost a
 * group loses what it allowed at once, and the session of an account that was
 * deleted or disabled, whose password was replaced, or whose person logged out at the identity provider, ends.
 */
class PresentAccount extends OncePerRequestFilter {

    private final Accounts accounts;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    PresentAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var known = CurrentUser.viewerOf(authentication);
        if (known.isPresent()) {
            var proof = Proof.of(authentication);
            var present = accounts.viewer(known.get().userId(), proof.begun());
            if (present.isEmpty()) {
                logout.logout(request, response, authentication);
            } else if (!present.equals(known)) {
                var context = new SecurityContextImpl(PasswordLogin.loggedIn(present.get(), proof));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }
}
