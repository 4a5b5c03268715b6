package dev.handover.board;

import dev.handover.access.CurrentUser;
import dev.handover.golive.GoLive;
import dev.handover.notice.Preferences;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The zone in which the person who asks reads times: their own choice, else the one of each go-live. */
@Component
public class ReaderZone {

    private final CurrentUser user;
    private final Preferences preferences;

    ReaderZone(CurrentUser user, Preferences preferences) {
        this.user = user;
        this.preferences = preferences;
    }

    /** Empty for those who have chosen none. */
    public Optional<ZoneId> chosen() {
        return Optional.ofNullable(preferences.of(user.viewer().userId()).zone());
    }

    public ZoneId of(GoLive goLive) {
        return chosen().orElseGet(goLive::zone);
    }
}
