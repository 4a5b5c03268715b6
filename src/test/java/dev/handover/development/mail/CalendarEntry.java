package dev.handover.development.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first event of a calendar part (iCalendar, RFC 5545), for people: texts as written, missing ones empty.
 *
 * @param method for example {@code REQUEST} or {@code CANCEL}
 * @param starts {@code DTSTART} as written, with its zone if it names one
 * @param source the whole calendar part
 */
public record CalendarEntry(
        int part, String method, String summary, String starts, String ends, String location, String source) {

    static CalendarEntry of(MailPart part) {
        var unfolded = part.text().replaceAll("\r?\n[ \t]", "");
        var begin = unfolded.indexOf("BEGIN:VEVENT");
        var event = begin < 0 ? unfolded : unfolded.substring(begin);
        return new CalendarEntry(
                part.index(),
                property(unfolded, "METHOD"),
                unescape(property(event, "SUMMARY")),
                time(event, "DTSTART"),
                time(event, "DTEND"),
                unescape(property(event, "LOCATION")),
                part.text());
    }

    private static String property(String text, String name) {
        return line(text, name).map(found -> found.value).orElse("");
    }

    private static String time(String event, String name) {
        return line(event, name).map(Line::readableTime).orElse("");
    }

    private static Optional<Line> line(String text, String name) {
        var matcher = Pattern.compile("(?im)^" + name + "((?:;[^:\\r\\n]*)?):(.*?)\\r?$")
                .matcher(text);
        return matcher.find() ? Optional.of(new Line(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([,;\\\\])", "$1");
    }

    private record Line(String parameters, String value) {

        private static final Pattern ZONE = Pattern.compile("(?i);TZID=\"?([^;\"]+)\"?");

        /** {@code 20270301T080000Z} as {@code 2027-03-01 08:00 UTC}. */
        String readableTime() {
            var zone = ZONE.matcher(parameters);
            var zoneName = value.endsWith("Z") ? " UTC" : zone.find() ? " " + zone.group(1) : "";
            return value.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\dZ?)?$", "$1-$2-$3 $4:$5")
                            .replaceFirst(" :$", "")
                    + zoneName;
        }
    }
}
