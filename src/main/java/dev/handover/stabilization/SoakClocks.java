package dev.handover.stabilization;

import java.time.Instant;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Reads soak clocks from what was recorded. */
@Component
class SoakClocks {

    private final SignalExceptions exceptions;
    private final SignalReadings readings;

    SoakClocks(SignalExceptions exceptions, SignalReadings readings) {
        this.exceptions = exceptions;
        this.readings = readings;
    }

    SoakClock read(Stabilization period, Instant now) {
        var open = exceptions.open(period.goLive().value());
        var until = open.stream().map(exception -> endOf(exception, now)).max(Comparator.naturalOrder());
        return period.clock(open.size(), until.orElse(null));
    }

    /** When the breach was over: at the first reading that shows it, or else not before now. */
    Instant endOf(SignalException exception, Instant now) {
        var calm = readings.firstCalmAfter(exception.goLive(), exception.signal(), exception.lastBreachAt());
        return calm == null || calm.isAfter(now) ? now : calm;
    }
}
