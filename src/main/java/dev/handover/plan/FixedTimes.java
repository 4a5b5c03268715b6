package dev.handover.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The times of a document that are counted from submission, and the text that states them as points in time instead.
 *
 * @param document without mistakes; @param plan its root
 */
record FixedTimes(PlanDocument document, Part plan) {

    /** True once every time of the document means the same whenever it is read. */
    boolean areAllFixed() {
        return relative().isEmpty();
    }

    /** The text of the document with each relative time replaced, and nothing else changed. */
    String text(Times times) {
        StringBuilder text = new StringBuilder(document.text());
        relative().stream()
                .sorted(Comparator.comparing(this::placeOf, Comparator.comparingInt(Place::start))
                        .reversed())
                .forEach(time -> replace(text, placeOf(time), times.at(time).orElseThrow()));
        return text.toString();
    }

    private List<Part> relative() {
        Part window = plan.field("releaseWindow");
        Part backup = plan.field("backup");
        return Stream.concat(
                        Stream.of("start", "end", "freezeStart", "freezeEnd").map(window::field),
                        Stream.of("lastBackup", "lastRestoreTest").map(backup::field))
                .filter(time -> time.moment()
                        .filter(Moment.FromSubmission.class::isInstance)
                        .isPresent())
                .toList();
    }

    private Place placeOf(Part time) {
        return document.places().get(time.pointer());
    }

    /** In quotes, which is right in YAML of every style and in JSON; a block of text ends with its line. */
    private static void replace(StringBuilder text, Place place, Instant instant) {
        boolean isBlock = text.charAt(place.end() - 1) == '\n';
        text.replace(place.start(), place.end(), "\"" + instant + "\"" + (isBlock ? "\n" : ""));
    }
}
