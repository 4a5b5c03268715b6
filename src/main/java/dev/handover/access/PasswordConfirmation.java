package dev.handover.access;

import dev.handover.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes a password from somebody who is logged in, as the proof that it is still them. */
@Component
class PasswordConfirmation {

    private final PasswordLogin passwords;
    private final CurrentUser user;
    private final ConfirmedIdentity confirmed;
    private final Sessions sessions;
    private final Clock clock;

    PasswordConfirmation(
            PasswordLogin passwords, CurrentUser user, ConfirmedIdentity confirmed, Sessions sessions, Clock clock) {
        this.passwords = passwords;
        this.user = user;
        this.confirmed = confirmed;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @return until when the person may sign
     * @throws Refusal (not allowed) if that is not their password; many wrong ones lock the account as they do at login
     */
    Instant confirm(String password, HttpServletRequest request, HttpServletResponse response) {
        var viewer = user.viewer();
        if (password == null || !passwords.isPassword(viewer.userId(), password)) {
            throw Refusal.notAllowed("That is not your password, or your account waits for a while after a wrong one."
                    + " Nothing was signed. Try again.");
        }
        sessions.keep(PasswordLogin.loggedIn(viewer, Proof.byPassword(clock.instant())), request, response);
        return confirmed.until().orElseThrow();
    }
}
