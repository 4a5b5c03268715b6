package dev.handover.access;

import java.util.Optional;
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

    PasswordLogin(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return Optional.of(attempt.getName())
                .filter(PasswordLogin::isUserId)
                .filter(userId -> accounts.isPassword(userId, String.valueOf(attempt.getCredentials())))
                .flatMap(accounts::viewer)
                .map(PasswordLogin::loggedIn)
                .orElseThrow(
                        () -> new BadCredentialsException("user id or password is wrong, or the account is locked"));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Nobody has an id with control characters or of great length, and the identity store cannot look one up. */
    private static boolean isUserId(String name) {
        return name.length() <= 64 && name.chars().noneMatch(Character::isISOControl);
    }

    /** Proof of login without the password; authorities are the group ids. */
    static Authentication loggedIn(Viewer viewer) {
        var authorities = viewer.groups().stream().map(Group::id).toArray(String[]::new);
        return UsernamePasswordAuthenticationToken.authenticated(
                viewer, null, AuthorityUtils.createAuthorityList(authorities));
    }
}
