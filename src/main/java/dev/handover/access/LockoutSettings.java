package dev.handover.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What wrong passwords cost; a bad value stops the start-up.
 *
 * @param attempts wrong passwords in a row after which only an admin opens the account again (3 to 100)
 * @param firstDelay how long the account waits after the first one (whole seconds, PT1S to PT1M)
 * @param factor by which each further wait is longer (1 to 10)
 * @param longestDelay the longest wait (whole seconds, PT1S to PT1H)
 */
@Validated
@ConfigurationProperties("handover.login.lockout")
public record LockoutSettings(
        @DefaultValue("10") @Min(3) @Max(100) int attempts,

        @DefaultValue("PT3S") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration firstDelay,

        @DefaultValue("2") @Min(1) @Max(10) int factor,

        @DefaultValue("PT1M") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration longestDelay) {}
