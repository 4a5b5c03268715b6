package dev.handover.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * When it is night for a go-live: once a day at the same time on the wall clock of its zone, also where clocks change. A
 * cycle of the engine would count 24 hours each, or follow the zone of the server.
 */
@Component
class Nights {

    private final RevalidationProperties properties;

    Nights(RevalidationProperties properties) {
        this.properties = properties;
    }

    /**
     * The first night after a moment. Whose night it is decides when it begins within the time that nights are spread over.
     * A time that the clocks leave out is taken as much later; one that they show twice, the
     * first time.
     */
    Instant next(String whose, ZoneId zone, Instant after) {
        var today = after.atZone(zone).toLocalDate();
        return today.minusDays(1)
                .datesUntil(today.plusDays(3))
                .map(date -> night(whose, zone, date))
                .filter(after::isBefore)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no night after " + after));
    }

    private Instant night(String whose, ZoneId zone, LocalDate date) {
        return date.atTime(properties.at()).atZone(zone).toInstant().plus(delay(whose));
    }

    /** The same each night, so that nights of a go-live are a day apart. */
    private Duration delay(String whose) {
        var seconds = Math.max(1, properties.spread().toSeconds());
        return Duration.ofSeconds(Math.floorMod(whose.hashCode() * 2_654_435_761L, seconds));
    }
}
