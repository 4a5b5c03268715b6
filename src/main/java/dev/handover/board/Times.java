package dev.handover.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Times and durations for people.
 *
 * @param zone zone the customer reads times in
 */
public record Times(ZoneId zone) {

    /** Where there is no customer to read in the zone of. Not {@code ZoneOffset.UTC}, which is shown as {@code Z}. */
    public static final Times UTC = new Times(ZoneId.of("UTC"));

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** For example {@code Fri 12 Dec 2025, 18:00}. */
    public String show(Instant at) {
        return SHOWN.withZone(zone).format(at);
    }

    /** For example {@code Fri 12 Dec 2025}. */
    public static String show(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH).format(day);
    }

    /** A moment with its zone, for example {@code Fri 12 Dec 2025, 18:00 CET}; for the few places where a mistake would hurt. */
    public String showWithZone(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.ENGLISH)
                .withZone(zone)
                .format(at);
    }

    /** A stretch of time; the day is told once if both ends are on it: {@code Fri 12 Dec 2025, 18:00 to 22:00}. */
    public String show(Instant start, Instant end) {
        var sameDay = start.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate());
        var until =
                sameDay ? DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(end) : show(end);
        return "%s to %s".formatted(show(start), until);
    }

    /** Full name of the zone, for example {@code Central European Time (Europe/Berlin)}. */
    public String zoneName() {
        var name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name.equals(zone.getId()) ? name : "%s (%s)".formatted(name, zone.getId());
    }

    /** How long something took: {@code 340 ms}, {@code 1.2 s}, {@code 3 min 5 s}. */
    public String took(Duration duration) {
        var millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** A length in days, hours and minutes: {@code 3 days}, {@code 1 day 4 hours}, {@code 20 minutes}; the two largest parts. */
    public static String length(Duration duration) {
        var parts = java.util.stream.Stream.of(
                        part(duration.toDays(), "day"),
                        part(duration.toHoursPart(), "hour"),
                        part(duration.toMinutesPart(), "minute"))
                .filter(text -> !text.isEmpty())
                .limit(2)
                .toList();
        return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : "%d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }
}
