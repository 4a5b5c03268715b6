package dev.handover.access;

import java.time.Instant;
import java.util.Optional;

/** The people who can log in, as the identity store holds them now. */
public interface Accounts {

    /** The person with that user id and their present groups, if there is one whose account is not disabled. */
    default Optional<Viewer> viewer(String userId) {
        return viewer(userId, null);
    }

    /**
     * The same for somebody who logged in by password at that moment; empty also if such a login is over, because the password was
     * replaced or the account was disabled since.
     *
     * @param loggedInAt null for whoever logged in by other means
     */
    Optional<Viewer> viewer(String userId, Instant loggedInAt);

    /** Notes that the person logs in now; to the minutes. */
    void noteLogin(String userId);

    /**
     * Takes in somebody whom the identity provider has let in: a new account, or name, address and groups of theirs as the
     * provider has them now. An account that was made here ahead, so that plans could name the person, becomes theirs; an admin's
     * never does.
     *
     * @return empty if the account belongs to somebody else
     */
    Optional<Viewer> welcome(Arrival arrival);

    /**
     * Whether that is the person's password. After a wrong one the store waits before it accepts even the right one, and
     * after many it locks the account; it answers false then as well, so nobody learns which accounts exist.
     */
    boolean isPassword(String userId, String password);
}
