package dev.handover.golive;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Whole days in one zone: from the first moment of the first day to the first moment after the last. A day on which clocks
 * change is as long as it is there.
 *
 * @param last inclusive
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {

    /** No years beyond what calendars and tables hold. */
    private static final Pattern DAY = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");

    private static final int MOST_DAYS = 366;
    private static final int LONGEST_WORD = 50;
    private static final int FARTHEST_YEARS = 2;

    /** @throws Refusal (invalid input) if a day is missing, they are in the wrong order, or more than 366 days are meant */
    public Period {
        if (first == null || last == null) {
            throw Refusal.invalidInput("Give the first and the last day.");
        }
        if (last.isBefore(first)) {
            throw Refusal.invalidInput("The last day, %s, is before the first, %s.".formatted(last, first));
        }
        if (last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw Refusal.invalidInput(
                    "A period has at most %d days; for longer, have the plans name an owner for good."
                            .formatted(MOST_DAYS));
        }
    }

    /**
     * As a form or a program says it.
     *
     * @param zone null or blank for the usual one
     * @throws Refusal (invalid input) for what is no day or zone
     */
    public static Period read(String first, String last, String zone, ZoneId usual) {
        return new Period(day(first), day(last), zone == null || zone.isBlank() ? usual : zone(zone.strip()));
    }

    private static LocalDate day(String text) {
        var word = FreeText.optional("A day", text, LONGEST_WORD);
        if (word == null) {
            return null;
        }
        if (!DAY.matcher(word).matches()) {
            throw noDay(word);
        }
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw noDay(word);
        }
    }

    private static Refusal noDay(String word) {
        return Refusal.invalidInput("\"%s\" is not a day; write it like 2026-12-24.".formatted(word));
    }

    private static ZoneId zone(String text) {
        var word = FreeText.optional("The time zone", text, LONGEST_WORD);
        try {
            return ZoneId.of(word);
        } catch (DateTimeException e) {
            throw Refusal.invalidInput("\"%s\" is no time zone; write it like Europe/Berlin.".formatted(word));
        }
    }

    /** @throws Refusal (invalid input) if it begins before today there, or years ahead */
    void requireAhead(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        if (first.isBefore(today) || first.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Refusal.invalidInput("The period begins on %s; choose a first day from today, %s, within %d years."
                    .formatted(first, today, FARTHEST_YEARS));
        }
    }

    Instant start() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The moment it begins for somebody who is named now: nobody has been a deputy before. */
    Instant startFrom(Instant now) {
        return start().isBefore(now) ? now : start();
    }

    /** Exclusive. */
    Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
