package dev.handover.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the times of one plan.
 *
 * @param zone where local times are read; empty while the plan names no zone there is
 * @param now when the plan is submitted
 */
record Times(Optional<ZoneId> zone, Instant now) {

    /** No plan looks further ahead or back; a year with a wrong digit is caught by it. */
    private static final Duration HORIZON = Duration.ofDays(3660);
    /** No clock on earth differs more from UTC. */
    private static final Duration WIDEST_OFFSET = Duration.ofHours(18);

    static Times of(Part plan, Instant now) {
        return new Times(plan.field("releaseWindow").field("zone").zone(), now);
    }

    /** The point in time; without a zone, local times are read in UTC, which keeps their order. */
    Optional<Instant> at(Part time) {
        return time.moment().map(moment -> moment.at(zone.orElse(ZoneOffset.UTC), now));
    }

    /** Refuses a time that the zone's clocks never or twice show, and one that is years away. */
    void refuseImplausible(Part time, Mistakes mistakes) {
        zone.flatMap(each -> time.moment().flatMap(moment -> moment.problemIn(each)))
                .ifPresent(problem -> mistakes.add(time, problem.message(), problem.mend()));
        if (at(time).filter(each -> Duration.between(now, each).abs().compareTo(HORIZON) > 0)
                .isPresent()) {
            mistakes.add(time, "The time is more than ten years away.", "Check the year.");
        }
    }

    boolean isCertainlyPast(Part time) {
        return at(time).filter(each -> !each.plus(uncertainty()).isAfter(now)).isPresent();
    }

    boolean isCertainlyAhead(Part time) {
        return at(time).filter(each -> each.minus(uncertainty()).isAfter(now)).isPresent();
    }

    private Duration uncertainty() {
        return zone.isPresent() ? Duration.ZERO : WIDEST_OFFSET;
    }

    /** The point in time as the plan may write it, to the minute: on the clocks of its zone, or in UTC. */
    String shown(Instant instant) {
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return zone.map(each -> LocalDateTime.ofInstant(minute, each).toString())
                .orElseGet(minute::toString);
    }
}
