package dev.handover.access;

import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People name and see their own deputies and whom they stand for; admins those of anybody; auditors see all. */
@Component
public class DeputyRights {

    private final CurrentUser user;
    private final Deputies deputies;

    DeputyRights(CurrentUser user, Deputies deputies) {
        this.user = user;
        this.deputies = deputies;
    }

    /**
     * For whom the present person names a deputy.
     *
     * @param wanted null or blank for oneself
     * @throws Refusal (not allowed) for somebody else, unless the person is an admin
     */
    public String principal(String wanted) {
        var viewer = user.viewer();
        if (wanted == null || wanted.isBlank() || wanted.strip().equals(viewer.userId())) {
            return viewer.userId();
        }
        if (!viewer.isAdmin()) {
            throw Refusal.notAllowed("You name deputies for yourself only. An admin does it for somebody who cannot.");
        }
        return wanted.strip();
    }

    /** What the present person may see: the newest periods first. */
    public List<Deputy> visible() {
        var viewer = user.viewer();
        return viewer.seesEverything() ? deputies.all() : deputies.of(viewer.userId());
    }

    /** @throws Refusal (not found) for unknown periods and those of others alike */
    public Deputy require(UUID id) {
        var deputy = deputies.get(id);
        var viewer = user.viewer();
        if (!viewer.seesEverything() && !deputy.concerns(viewer.userId())) {
            throw Refusal.notFound("deputy", id);
        }
        return deputy;
    }

    /** For both persons, and admins. @throws Refusal (not found) as {@link #require}, (not allowed) for auditors */
    public void requireToEnd(UUID id) {
        var viewer = user.viewer();
        if (!require(id).concerns(viewer.userId()) && !viewer.isAdmin()) {
            throw Refusal.notAllowed("You may look at this period, but not end it.");
        }
    }
}
