package dev.handover.evidence;

import dev.handover.shared.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much room evidence may take.
 *
 * @param quota for the bytes of all contents together, each counted once; null for no limit. What is added at the same moment
 *     may exceed it by as much.
 */
@ConfigurationProperties("handover.evidence")
record QuotaSettings(DataSize quota) {

    /** @throws Refusal (no room) if that is more than the quota; @param bytes that all contents would take */
    void requireRoomFor(long bytes) {
        if (quota != null && bytes > quota.toBytes()) {
            throw noRoom();
        }
    }

    /** What whoever adds more is told, whichever room it is that has run out. */
    static Refusal noRoom() {
        return Refusal.noRoom("There is no room for more evidence, and nothing of yours was recorded."
                + " Tell an admin, and send it again when there is room.");
    }
}
