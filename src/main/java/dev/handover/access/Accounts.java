package dev.handover.access;

import java.util.Optional;

/** The people who can log in, as the identity store holds them now. */
public interface Accounts {

    /** The person with that user id and their present groups, if there is one. */
    Optional<Viewer> viewer(String userId);

    /**
     * Whether that is the person's password. After a wrong one the store waits before it accepts even the right one, and
     * after many it locks the account; it answers false then as well, so nobody learns which accounts exist.
     */
    boolean isPassword(String userId, String password);
}
