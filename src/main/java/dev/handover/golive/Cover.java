package dev.handover.golive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Works out when somebody is away and nobody stands in. */
final class Cover {

    private Cover() {}

    /** A stretch of time. @param until exclusive, not before {@code from} */
    record Span(Instant from, Instant until) {

        boolean isEmpty() {
            return !from.isBefore(until);
        }

        /** What both have in common; may be empty. */
        Span within(Span other) {
            var start = from.isBefore(other.from) ? other.from : from;
            var end = until.isBefore(other.until) ? until : other.until;
            return new Span(start, end.isBefore(start) ? start : end);
        }

        /** What is left without the other: none, one or two stretches. */
        private Stream<Span> minus(Span other) {
            var common = within(other);
            return common.isEmpty()
                    ? Stream.of(this)
                    : Stream.of(new Span(from, common.from), new Span(common.until, until))
                            .filter(rest -> !rest.isEmpty());
        }
    }

    /** What is left of the first ones without the second ones, in the order of the first. */
    static List<Span> without(Collection<Span> spans, Collection<Span> taken) {
        var left = spans.stream();
        for (var each : taken) {
            left = left.flatMap(span -> span.minus(each));
        }
        return left.filter(span -> !span.isEmpty()).toList();
    }
}
