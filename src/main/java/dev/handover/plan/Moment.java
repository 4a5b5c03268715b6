package dev.handover.plan;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Pattern;

/** A point in time as plans write it. */
sealed interface Moment {

    Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    Pattern WITH_OFFSET = Pattern.compile(LOCAL.pattern() + "(Z|[+-]\\d{2}:\\d{2})");

    /** The moment, unless the text has none of the three forms or names a time that no calendar has. */
    static Optional<Moment> find(String text) {
        try {
            if (LOCAL.matcher(text).matches()) {
                return Optional.of(new Local(LocalDateTime.parse(text)));
            }
            if (WITH_OFFSET.matcher(text).matches()) {
                return Optional.of(new Absolute(OffsetDateTime.parse(text).toInstant()));
            }
            boolean isBack = text.startsWith("-");
            return Lengths.find(isBack ? text.substring(1) : text)
                    .map(length -> new FromSubmission(isBack ? length.negated() : length));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** @param zone where local times are read; @param submission what relative times are counted from */
    Instant at(ZoneId zone, Instant submission);

    /** Why the moment is not exactly one point in time there, if it is not. */
    default Optional<Problem> problemIn(ZoneId zone) {
        return Optional.empty();
    }

    /** A time with its offset from UTC. */
    record Absolute(Instant instant) implements Moment {

        @Override
        public Instant at(ZoneId zone, Instant submission) {
            return instant;
        }
    }

    /** Counted from submission, forwards or back, cut to seconds. */
    record FromSubmission(Duration length) implements Moment {

        @Override
        public Instant at(ZoneId zone, Instant submission) {
            return submission.plus(length).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** A time on the clocks of the plan's zone. */
    record Local(LocalDateTime time) implements Moment {

        @Override
        public Instant at(ZoneId zone, Instant submission) {
            return time.atZone(zone).toInstant();
        }

        @Override
        public Optional<Problem> problemIn(ZoneId zone) {
            ZoneOffsetTransition change = zone.getRules().getTransition(time);
            if (change == null) {
                return Optional.empty();
            }
            return Optional.of(change.isGap() ? skipped(zone, change) : repeated(zone, change));
        }

        private Problem skipped(ZoneId zone, ZoneOffsetTransition change) {
            return new Problem(
                    "%s does not exist in %s: the clocks go from %s straight to %s."
                            .formatted(
                                    time,
                                    zone,
                                    change.getDateTimeBefore().toLocalTime(),
                                    change.getDateTimeAfter().toLocalTime()),
                    "Write a time that exists, for example %s.".formatted(change.getDateTimeAfter()));
        }

        private Problem repeated(ZoneId zone, ZoneOffsetTransition change) {
            return new Problem(
                    "%s happens twice in %s: the clocks go back from %s to %s."
                            .formatted(
                                    time,
                                    zone,
                                    change.getDateTimeBefore().toLocalTime(),
                                    change.getDateTimeAfter().toLocalTime()),
                    "Say which one is meant: %s for the first or %s for the second."
                            .formatted(
                                    time.atOffset(change.getOffsetBefore()), time.atOffset(change.getOffsetAfter())));
        }
    }
}
