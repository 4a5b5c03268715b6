package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that was given up because of its recipient's address or account.
 *
 * @param id of its notice
 * @param about name of the task it is about; null for another kind
 * @param recipient user id
 * @param name of the recipient; the user id of somebody who is not known any more
 * @param known false if nobody of that user id is known any more
 * @param address of the recipient as the identity provider has it now; null if there is none
 * @param givenUpAt when it was tried last
 * @param reason why it was given up then, in words
 * @param mend what to do before it is sent again, as things are now, in words
 */
public record UndeliveredMail(
        UUID id,
        GoLiveKey goLive,
        NoticeKind kind,
        String about,
        String recipient,
        String name,
        boolean known,
        String address,
        Instant givenUpAt,
        String reason,
        String mend) {

    /** What it was to tell, in a few words. */
    public String inWords() {
        return about == null ? kind.title() : "%s: %s".formatted(kind.title(), about);
    }
}
