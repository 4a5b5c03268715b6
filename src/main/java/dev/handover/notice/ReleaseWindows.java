package dev.handover.notice;

import dev.handover.shared.GoLiveKey;

/** Port: what go-lives know of their release windows. */
interface ReleaseWindows {

    /** @throws dev.handover.shared.Refusal (not found) if there is no such go-live */
    ReleaseWindow windowOf(GoLiveKey key);
}
