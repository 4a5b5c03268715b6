package dev.handover.board.briefing;

import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import org.springframework.stereotype.Component;

/** What people are called on a page. */
@Component
public class Names {

    private final Directory directory;
    private final GoLiveRegister register;

    Names(Directory directory, GoLiveRegister register) {
        this.directory = directory;
        this.register = register;
    }

    /** Display name; the product itself for what it did on its own, and "–" for nobody. */
    public String of(String userId) {
        if (userId == null) {
            return "–";
        }
        return userId.equals(Timeline.SYSTEM) ? "Handover" : directory.nameOf(userId);
    }

    /** The same for somebody who may have acted as a deputy. */
    public String of(Acting acting) {
        if (acting == null || !acting.isDeputy()) {
            return of(acting == null ? null : acting.by());
        }
        return "%s, deputy for %s".formatted(of(acting.by()), of(acting.onBehalfOf()));
    }

    /** Who holds the role, for example {@code Susan Sauer (support owner)}; or the role alone while nobody does. */
    public String holder(GoLiveKey goLive, Role role) {
        var title = role.title().toLowerCase(java.util.Locale.ROOT);
        return register.holder(goLive, role)
                .map(userId -> "%s (%s)".formatted(of(userId), title))
                .orElse("the " + title);
    }
}
