package dev.handover.validation;

import dev.handover.checks.FingerprintDifference;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.List;

/**
 * The environment is no longer what was validated, in a way that was not known before. Published in the transaction that
 * records it.
 *
 * @param comparison number of the comparison that found it; unique
 */
public record EnvironmentDiffers(
        GoLiveKey goLive, long comparison, List<FingerprintDifference> differences, Instant at) {}
