package dev.handover.plan;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Days off as plans write them: the public holidays of a country ({@code DE}) or region ({@code DE-HH}) by its ISO 3166
 * code, or one day ({@code 2026-12-24}).
 *
 * @param regions codes that {@link #problem} knows; @param days single days
 */
record Holidays(Set<String> regions, Set<LocalDate> days) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}");
    private static final Map<String, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    /** @param texts without {@link #problem} */
    static Holidays of(List<String> texts) {
        Set<String> regions = new HashSet<>();
        Set<LocalDate> days = new HashSet<>();
        for (String text : texts) {
            if (DAY.matcher(text).matches()) {
                days.add(LocalDate.parse(text));
            } else {
                regions.add(text);
            }
        }
        return new Holidays(Set.copyOf(regions), Set.copyOf(days));
    }

    Holidays and(Set<LocalDate> more) {
        var all = new HashSet<>(days);
        all.addAll(more);
        return new Holidays(regions, Set.copyOf(all));
    }

    boolean contains(LocalDate day) {
        return days.contains(day)
                || regions.stream()
                        .anyMatch(region -> ofYear(region, day.getYear()).contains(day));
    }

    /** What is wrong with one entry. */
    static Optional<Problem> problem(String text) {
        if (DAY.matcher(text).matches()) {
            return isDay(text)
                    ? Optional.empty()
                    : Optional.of(new Problem("There is no day %s.".formatted(text), "Check month and day."));
        }
        return isRegion(text)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "The public holidays of \"%s\" are not known.".formatted(Shown.text(text)),
                        "Write the code of a country (DE) or region (DE-HH), or single days (2026-12-24)."));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isRegion(String code) {
        if (!REGION.matcher(code).matches()
                || !HolidayManager.getSupportedCalendarCodes().contains(code.substring(0, 2))) {
            return false;
        }
        CalendarHierarchy at = manager(code).getCalendarHierarchy();
        for (String part : parts(code)) {
            at = at == null ? null : at.getChildren().get(part);
        }
        return at != null;
    }

    private static Set<LocalDate> ofYear(String code, int year) {
        return KNOWN.computeIfAbsent(code + year, unknown -> {
            Set<LocalDate> days = new HashSet<>();
            manager(code)
                    .getHolidays(
                            LocalDate.of(year, 1, 1),
                            LocalDate.of(year, 12, 31),
                            HolidayType.PUBLIC_HOLIDAY,
                            parts(code))
                    .forEach(holiday -> days.add(holiday.getDate()));
            return Set.copyOf(days);
        });
    }

    private static HolidayManager manager(String code) {
        Properties properties = new Properties();
        properties.setProperty("configuration.service.impl", "de.focus_shift.jollyday.jaxb.JaxbConfigurationService");
        return HolidayManager.getInstance(ManagerParameters.create(country(code), properties));
    }

    private static String country(String code) {
        return code.substring(0, 2).toLowerCase(Locale.ROOT);
    }

    private static String[] parts(String code) {
        String[] all = code.toLowerCase(Locale.ROOT).split("-");
        return Arrays.copyOfRange(all, 1, all.length);
    }
}
