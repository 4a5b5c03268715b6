package dev.handover.golive;

import dev.handover.shared.GoLiveKey;

/**
 * Somebody in the go-live has named a deputy, or has ended the period of one, for days that may still be ahead. Published in the
 * transaction that records it.
 */
public record StandInsChanged(GoLiveKey goLive) {}
