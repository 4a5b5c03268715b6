package dev.handover.process;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much time the process gives people. All are ISO-8601 durations.
 *
 * @param taskDueIn time for a task, after which it counts as overdue (at least PT1M); less where the window opens before that
 * @param remindEvery how often it is looked whether somebody who has not signed is reminded; the table {@code escalation}
 *     decides (at least PT1M)
 * @param cutOffBeforeWindow how long before the window opens all sign-offs must be given; else the window is released
 */
@Validated
@ConfigurationProperties("handover.process")
record ProcessProperties(
        @DefaultValue("P2D") @DurationMin(minutes = 1) Duration taskDueIn,
        @DefaultValue("PT1H") @DurationMin(minutes = 1) Duration remindEvery,
        @DefaultValue("PT0S") @NotNull @DurationMin Duration cutOffBeforeWindow) {

    Instant cutOff(Instant windowStart) {
        return windowStart.minus(cutOffBeforeWindow);
    }
}
