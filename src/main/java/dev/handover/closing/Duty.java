package dev.handover.closing;

import dev.handover.shared.Slugged;
import java.util.Map;

/**
 * One line of the operating rhythm: what is done from now on, and who answers for it.
 *
 * @param text what is done or expected
 * @param responsible role and user id, or a name as written in the plan; empty if nobody does
 */
public record Duty(Area area, String text, String responsible) {

    /** Source: "Expected result" of the source document. */
    public enum Area implements Slugged {
        MONITORING("Monitoring"),
        BACKUP_AND_RECOVERY("Backup and recovery"),
        SUPPORT("Support and escalation"),
        RELEASE_MAINTENANCE("Release maintenance");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    Map<String, String> document() {
        return Map.of("area", area.slug(), "text", text, "responsible", responsible);
    }
}
