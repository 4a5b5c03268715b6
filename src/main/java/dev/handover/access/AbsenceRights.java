package dev.handover.access;

import dev.handover.golive.Absence;
import dev.handover.golive.Absences;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People say when they are away themselves, and see only that; admins say it for anybody; auditors see all. */
@Component
public class AbsenceRights {

    private final CurrentUser user;
    private final Absences absences;

    AbsenceRights(CurrentUser user, Absences absences) {
        this.user = user;
        this.absences = absences;
    }

    /**
     * Who is away.
     *
     * @param wanted null or blank for oneself
     * @throws Refusal (not allowed) for somebody else, unless the person is an admin
     */
    public String person(String wanted) {
        var viewer = user.viewer();
        if (wanted == null || wanted.isBlank() || wanted.strip().equals(viewer.userId())) {
            return viewer.userId();
        }
        if (!viewer.isAdmin()) {
            throw Refusal.notAllowed("You say when you are away yourself. An admin does it for somebody who cannot.");
        }
        return wanted.strip();
    }

    /** What the present person may see: the newest first. */
    public List<Absence> visible() {
        var viewer = user.viewer();
        return viewer.seesEverything() ? absences.all() : absences.of(viewer.userId());
    }

    /** @throws Refusal (not found) for unknown absences and those of others alike */
    public Absence require(UUID id) {
        var absence = absences.get(id);
        var viewer = user.viewer();
        if (!viewer.seesEverything() && !absence.person().equals(viewer.userId())) {
            throw Refusal.notFound("absence", id);
        }
        return absence;
    }

    /** For the person and admins. @throws Refusal (not found) as {@link #require}, (not allowed) for auditors */
    public void requireToEnd(UUID id) {
        var viewer = user.viewer();
        if (!require(id).person().equals(viewer.userId()) && !viewer.isAdmin()) {
            throw Refusal.notAllowed("You may look at this absence, but not end it.");
        }
    }
}
