package dev.handover.development.customer;

import dev.handover.development.http.BadRequest;
import dev.handover.development.http.Request;
import dev.handover.development.time.AdjustableClock;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The clock on the page of switches: shows the application's time and moves it. All times in UTC.
 *
 * <p>A jump is asked for by one field: {@code forward} (ISO-8601 duration), {@code to} (date and time without zone, as
 * browsers send it, or an ISO-8601 instant), or {@code reset}.
 */
final class TimeMachine {

    /**
     * What the page shows.
     *
     * @param canMove false with a clock that tests have fixed
     * @param suggestion a time to jump to, in the form of an HTML {@code datetime-local} field
     * @param ahead how far it is ahead of the real time, in words; empty if it is not
     */
    record View(boolean canMove, String now, String suggestion, String ahead) {}

    private static final DateTimeFormatter FOR_PEOPLE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private static final DateTimeFormatter FOR_FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Clock clock;

    TimeMachine(Clock clock) {
        this.clock = clock;
    }

    /** @throws BadRequest if the clock cannot be moved so; it then stays where it is */
    void move(Request request) {
        if (!(clock instanceof AdjustableClock adjustable)) {
            throw new BadRequest("This clock cannot be moved.");
        }
        try {
            if (request.form("reset").isPresent()) {
                adjustable.reset();
            } else if (request.form("to").isPresent()) {
                adjustable.forwardTo(instant(request.form("to").get()));
            } else {
                adjustable.forward(duration(request));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadRequest(e.getMessage());
        }
    }

    View view() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var suggestion = now.plusDays(1).truncatedTo(ChronoUnit.HOURS);
        var ahead = clock instanceof AdjustableClock adjustable ? inWords(adjustable.offset()) : "";
        return new View(clock instanceof AdjustableClock, FOR_PEOPLE.format(now), FOR_FIELD.format(suggestion), ahead);
    }

    private static Duration duration(Request request) {
        var text = request.form("forward")
                .orElseThrow(() -> new BadRequest("Say how far: forward=PT1H, or to=2027-03-01T08:00."));
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("\u201c" + text + "\u201d is no ISO-8601 duration such as PT1H.");
        }
    }

    private static Instant instant(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadRequest("\u201c" + text + "\u201d is no date and time such as 2027-03-01T08:00.");
        }
    }

    private static String inWords(Duration offset) {
        var words = new StringBuilder();
        append(words, offset.toDays(), "day");
        append(words, offset.toHoursPart(), "hour");
        append(words, offset.toMinutesPart(), "minute");
        return words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(count)
                    .append(' ')
                    .append(unit)
                    .append(count > 1 ? "s" : "");
        }
    }
}
