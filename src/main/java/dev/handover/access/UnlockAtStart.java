package dev.handover.access;

import dev.handover.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The way in when wrong passwords have locked the only admin: whoever may change the settings of the installation names the account
 * there and starts the product anew. A wrong name keeps nobody from working, so it is only told to the log.
 */
@Component
class UnlockAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(UnlockAtStart.class);

    private final LoginSettings settings;
    private final Users users;

    UnlockAtStart(LoginSettings settings, Users users) {
        this.settings = settings;
        this.users = users;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        var userId = settings.unlock();
        if (userId == null || userId.isBlank()) {
            return;
        }
        try {
            LOG.warn(
                    users.unlockBySetting(userId)
                            ? "Unlocked the account \"{}\". Remove handover.login.unlock from the settings now, or each start does it again."
                            : "The account \"{}\" is not locked. Remove handover.login.unlock from the settings.",
                    userId);
        } catch (Refusal unknown) {
            LOG.error("Unlocked nothing: handover.login.unlock names \"{}\", and there is no such account.", userId);
        }
    }
}
