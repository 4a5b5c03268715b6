package dev.handover.checks;

import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.Credential;
import dev.handover.checks.guard.Session;

/**
 * Somebody who has signed in.
 *
 * @param credential that goes along with every call
 * @param session whose cookies go along; null if there is none
 */
record SignedIn(Credential credential, Session session) {

    /** The call as this person makes it. */
    Call makes(Call call) {
        return call.with(credential).in(session);
    }
}
