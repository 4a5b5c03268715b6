package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import java.util.UUID;

/** Port: has a notice sent. */
public interface NoticeProcess {

    /**
     * Calls {@link Notices#send} later, in another transaction, again if it fails, and makes it an incident if it keeps
     * failing. Called in the transaction that records the notice, so both are there or neither.
     */
    void send(GoLiveKey key, UUID notice);
}
