package dev.handover.stabilization;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Cuts instants to microseconds: PostgreSQL keeps no more, and what is answered must equal what is stored. */
final class Micros {

    private Micros() {}

    static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
