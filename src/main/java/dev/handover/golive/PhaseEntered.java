package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;

/** A go-live is in another phase now, or has ended. Published in the transaction that moves it. */
public record PhaseEntered(GoLiveKey goLive, Phase phase) {}
