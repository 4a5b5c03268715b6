package dev.handover.golive;

import dev.handover.shared.GoLiveKey;

/** The release window is another one now, without a new plan. Published in the transaction that moves it. */
public record WindowMoved(GoLiveKey goLive) {}
