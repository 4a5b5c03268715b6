package dev.handover.signoff;

import dev.handover.shared.GoLiveKey;

/**
 * A condition is to be met by tomorrow's working day, or is late. Published with every look at it while that is so; who listens
 * tells each once.
 *
 * @param late false while it can still be met in time
 */
public record ConditionDue(GoLiveKey goLive, Condition condition, boolean late) {}
