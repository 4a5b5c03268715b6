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
     * The same for somebody who logged in at that moment; empty also if such a login is over, because the password was replaced, the
     * account was disabled, or the person logged out at the identity provider since.
     *
     * @param loggedInAt null for whoever has no login that lasts: a program with a token
     */
    Optional<Viewer> viewer(String userId, Instant loggedInAt);

    /** Notes that the person logs in now; to the minutes. */
    void noteLogin(String userId);

    /**
     * Takes in somebody whom the identity provider has let in: a new account, or name, address and groups of theirs as the
     * provider has them now. An account that was made here ahead, so that plans could name the person, becomes theirs; an admin's
     * never does. What the provider said before what is known already changes nothing, and a program's token at most the groups.
     *
     * @return empty if the account belongs to somebody else
     */
    Optional<Viewer> welcome(Arrival arrival);

    /**
     * Ends the logins before that moment of whoever is that subject at the identity provider, on every node; nothing if it is nobody
     * who was here.
     */
    void endLogins(String subject, Instant before);

    /**
     * Whether that is the person's password. After a wrong one the store waits before it accepts even the right one, and
     * after many it locks the account; it answers false then as well, so nobody learns which accounts exist.
     */
    boolean isPassword(String userId, String password);
}
