package dev.handover.checks.guard;

import java.util.Optional;

/**
 * What a call that was to earn a token brought.
 *
 * @param answer without the token
 * @param earned empty if the answer is no success or holds no token at the place that was named
 */
public record Harvest(Answer answer, Optional<Earned> earned) {}
