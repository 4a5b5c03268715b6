package dev.handover.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Checks user id and password, from the login page or from HTTP Basic.
 *
 * <p>Another way to log in (OpenID Connect) stands beside this one: whatever ends with a {@link Viewer} as principal is
 * as good to the rest of the product.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final LoginSettings settings;
    private final EvenRefusals refusals;
    private final Clock clock;

    PasswordLogin(Accounts accounts, LoginSettings settings, EvenRefusals refusals, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var begun = System.nanoTime();
        return Optional.of(attempt.getName())
                .filter(PasswordLogin::isUserId)
                .filter(userId -> isPassword(userId, String.valueOf(attempt.getCredentials())))
                .flatMap(accounts::viewer)
                .<Authentication>map(this::accept)
                .orElseThrow(() -> refuse(begun));
    }

    private AbstractAuthenticationToken accept(Viewer viewer) {
        accounts.noteLogin(viewer.userId());
        return loggedIn(viewer, Proof.byPassword(clock.instant()));
    }

    private BadCredentialsException refuse(long begun) {
        refusals.complete(begun);
        return new BadCredentialsException("user id or password is wrong, or the account is locked or disabled");
    }

    /** As {@link Accounts#isPassword}; never where the installation takes no passwords. */
    boolean isPassword(String userId, String password) {
        return settings.localUsers() && accounts.isPassword(userId, password);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Nobody has an id with control characters or of great length, and the identity store cannot look one up. */
    static boolean isUserId(String name) {
        return !name.isEmpty() && name.length() <= 64 && name.chars().noneMatch(Character::isISOControl);
    }

    /** A login without the password; authorities are the group ids. */
    static AbstractAuthenticationToken loggedIn(Viewer viewer, Proof proof) {
        var authorities = viewer.groups().stream().map(Group::id).toArray(String[]::new);
        var login = UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, AuthorityUtils.createAuthorityList(authorities));
        login.setDetails(proof);
        return login;
    }
}
