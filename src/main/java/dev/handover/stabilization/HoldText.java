package dev.handover.stabilization;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** What keeps a period open, in words. */
final class HoldText {

    private HoldText() {}

    static String of(SoakClock soak, Instant now) {
        return soak.holds(now).stream().map(hold -> of(hold, soak)).collect(Collectors.joining("; "));
    }

    private static String of(SoakClock.Hold hold, SoakClock soak) {
        return switch (hold) {
            case LENGTH -> "it lasts until %s".formatted(time(soak.lengthEnds()));
            case OPEN_EXCEPTION ->
                soak.openExceptions() == 1
                        ? "an exception waits for the support owner"
                        : "%d exceptions wait for the support owner".formatted(soak.openExceptions());
            case QUIET_TIME ->
                "signals have to stay quiet until %s"
                        .formatted(time(soak.quietSince().plus(soak.quiet())));
        };
    }

    /** The instant to the second, never earlier than it is. */
    static String time(Instant instant) {
        var floor = instant.truncatedTo(ChronoUnit.SECONDS);
        var shown = floor.equals(instant) ? floor : floor.plusSeconds(1);
        return shown.toString().replace("T", " ").replace("Z", " UTC");
    }
}
