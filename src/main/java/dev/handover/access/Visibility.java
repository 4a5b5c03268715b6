package dev.handover.access;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import org.springframework.stereotype.Service;

/** Who sees which go-live and may do what with it. Default: nobody, nothing. */
@Service
public class Visibility {

    private final CurrentUser user;
    private final GoLiveRegister register;

    Visibility(CurrentUser user, GoLiveRegister register) {
        this.user = user;
        this.register = register;
    }

    /** Admins and auditors see all go-lives; others those they take part in. */
    public boolean seesEverything() {
        return user.viewer().seesEverything();
    }

    public boolean maySee(GoLiveKey key) {
        return seesEverything() || register.takesPart(key, user.viewer().userId());
    }

    /** @throws Refusal (not found) for unknown and foreign go-lives alike */
    public GoLive require(String key) {
        var goLiveKey = new GoLiveKey(key);
        if (!maySee(goLiveKey)) {
            throw Refusal.notFound("go-live", key);
        }
        return register.get(goLiveKey);
    }

    /** Everybody who has a role in the go-live, and admins. Auditors only look. */
    public boolean mayTakePart(GoLiveKey key) {
        return user.viewer().isAdmin() || register.takesPart(key, user.viewer().userId());
    }

    /** For acts of everybody who has a role in the go-live, and of admins. Auditors only look. */
    public GoLive requireToTakePart(String key) {
        var goLive = require(key);
        if (!mayTakePart(goLive.key())) {
            throw Refusal.notAllowed("You may look at this go-live, but not change anything in it.");
        }
        return goLive;
    }

    /** The requester, and admins. */
    public boolean mayManage(GoLive goLive) {
        return user.viewer().isAdmin()
                || goLive.requester().equals(user.viewer().userId());
    }

    /** For acts of the project team: changing the plan, withdrawing. */
    public GoLive requireToManage(String key) {
        var goLive = require(key);
        if (!mayManage(goLive)) {
            throw Refusal.notAllowed("Only the requester of this go-live, or an admin, may do this.");
        }
        return goLive;
    }

    /** @throws Refusal (not allowed) unless the user is of the project team */
    public void requireMaySubmit() {
        if (!user.viewer().isRequester() && !user.viewer().isAdmin()) {
            throw Refusal.notAllowed(
                    "Only the project team submits go-lives. Ask an admin to add you to the group \"project-team\".");
        }
    }

    /** For what concerns all go-lives at once: looking. @throws Refusal (not allowed) unless the user sees everything */
    public void requireToSeeEverything() {
        if (!seesEverything()) {
            throw Refusal.notAllowed("Only admins and auditors may look at this.");
        }
    }

    /** For what concerns all go-lives at once: changing. @throws Refusal (not allowed) unless the user is an admin */
    public void requireAdmin() {
        if (!user.viewer().isAdmin()) {
            throw Refusal.notAllowed("Only admins may do this.");
        }
    }
}
