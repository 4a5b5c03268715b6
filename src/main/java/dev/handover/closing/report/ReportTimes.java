package dev.handover.closing.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Instants as they are printed: in the zone the customer reads times in, always with the zone, since the report is read where
 * nobody can ask.
 */
record ReportTimes(ZoneId zone) {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu, HH:mm:ss\u00a0z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu", Locale.ENGLISH);

    /** For example {@code 12 Dec 2026, 18:00:00 CET}, which breaks after the comma only; a dash for null. */
    String show(Instant at) {
        return at == null ? "–" : SHOWN.withZone(zone).format(at);
    }

    String show(LocalDate day) {
        return DAY.format(day);
    }

    Cell cell(Instant at) {
        return at == null ? Cell.nothing() : Cell.of(show(at));
    }

    String span(Instant start, Instant end) {
        return "%s to %s".formatted(show(start), show(end));
    }

    /** For example {@code Central European Time (Europe/Berlin)}. */
    String zoneName() {
        var name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name.equals(zone.getId()) ? name : "%s (%s)".formatted(name, zone.getId());
    }

    /** How long something took: {@code 340 ms}, {@code 1.2 s}, {@code 3 min 5 s}. */
    static String took(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + " ms";
        }
        return duration.toMinutes() == 0
                ? String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1_000.0)
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** For example {@code 340 B}, {@code 12 KB}, {@code 2.4 MB}; a KB is 1024 bytes. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? "%d KB".formatted(Math.round(bytes / 1024.0))
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / (1024.0 * 1024.0));
    }
}
