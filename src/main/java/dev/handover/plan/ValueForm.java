package dev.handover.plan;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of text that the schema names with {@code format}, and what is wrong with a text that has another. */
enum ValueForm {
    ADDRESS("uri", Addresses::problem),
    ADDRESS_WITH_NAMES("uri-template", KeptNames::addressProblem),
    LENGTH("duration", Lengths::problem),
    MOMENT("moment", ValueForm::momentProblem),
    ZONE("time-zone", ValueForm::zoneProblem),
    TIME_OF_DAY("time-of-day", ValueForm::timeOfDayProblem),
    HOLIDAY("holiday", Holidays::problem),
    EMAIL("email", ValueForm::emailProblem),
    PHONE("phone", ValueForm::phoneProblem),
    HOST("host", HostAndPort::hostProblem),
    HOST_AND_PORT("host-and-port", HostAndPort::problem),
    IP_ADDRESS("ip-address", HostAndPort::addressProblem);

    private static final Pattern EMAIL_FORM = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,9}");
    private static final Pattern TIME_OF_DAY_FORM = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern PHONE_FORM = Pattern.compile("\\+[1-9]([ ()./-]{0,2}[0-9]){5,14}");

    private final String format;
    private final Function<String, Optional<Problem>> problem;

    ValueForm(String format, Function<String, Optional<Problem>> problem) {
        this.format = format;
        this.problem = problem;
    }

    /** The word of the schema. */
    String format() {
        return format;
    }

    Optional<Problem> problem(String text) {
        return problem.apply(text);
    }

    static ValueForm of(String format) {
        return Arrays.stream(values())
                .filter(each -> each.format.equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no value has the form " + format));
    }

    private static Optional<Problem> momentProblem(String text) {
        if (Moment.find(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "\"%s\" is not a point in time.".formatted(Shown.text(text)),
                "Write a local time (2026-03-14T22:00), a time with offset (2026-03-14T22:00+01:00),"
                        + " or a duration counted from submission (PT20M)."));
    }

    private static Optional<Problem> zoneProblem(String text) {
        Set<String> zones = ZoneId.getAvailableZoneIds();
        if (zones.contains(text)) {
            return Optional.empty();
        }
        String city = "/" + text.strip().replace(' ', '_');
        Optional<String> meant = zones.stream()
                .filter(zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
                .sorted()
                .findFirst()
                .or(() -> NearestWord.find(Shown.text(text), zones));
        return Optional.of(new Problem(
                "There is no time zone \"%s\".".formatted(Shown.text(text)),
                "Write %s.".formatted(meant.orElse("an IANA name, for example Europe/Berlin"))));
    }

    private static Optional<Problem> emailProblem(String text) {
        return matches(EMAIL_FORM, text, "an e-mail address", "susan.sauer@example.com");
    }

    private static Optional<Problem> phoneProblem(String text) {
        return matches(PHONE_FORM, text, "a telephone number with country code", "+49 40 5550 1234");
    }

    private static Optional<Problem> timeOfDayProblem(String text) {
        return matches(TIME_OF_DAY_FORM, text, "a time of day", "\"08:00\", in quotes");
    }

    private static Optional<Problem> matches(Pattern form, String text, String what, String example) {
        return form.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "\"%s\" is not %s.".formatted(Shown.text(text), what), "Write it like %s.".formatted(example)));
    }
}
