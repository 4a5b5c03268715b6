package dev.handover.checks.guard;

import java.util.Set;

/**
 * A token that a server gave in exchange for a secret. Its value stays in this package: it is sent to hosts that the secret
 * itself may be sent to, and is taken out of everything that comes back.
 */
public final class Earned {

    private final String value;
    private final Set<String> secrets;
    private final Place giver;

    /**
     * @param secrets names of the secrets it was earned with
     * @param giver who gave it: without any secret, it may go back there only
     */
    Earned(String value, Set<String> secrets, Place giver) {
        this.value = value;
        this.secrets = Set.copyOf(secrets);
        this.giver = giver;
    }

    String value() {
        return value;
    }

    Set<String> secrets() {
        return secrets;
    }

    Place giver() {
        return giver;
    }

    /** Who gave it, and never the value. */
    @Override
    public String toString() {
        return "token given by " + giver;
    }
}
