package dev.handover.notice;

import dev.handover.shared.GoLiveKey;

/** Port: how a go-live is called. */
interface Headlines {

    /** @throws dev.handover.shared.Refusal (not found) if there is no such go-live */
    Headline of(GoLiveKey key);
}
