package dev.handover.validation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the validation steps; a bad value stops the start-up.
 *
 * @param tryAgainAfter how long after a run in which checks could not run they are tried again (ISO-8601 durations, each at
 *     least PT1S): the first one after the first such run, and so on. After the last one a blocker opens; empty for at once
 */
@Validated
@ConfigurationProperties("handover.validation")
record ValidationProperties(
        @DefaultValue({"PT30S", "PT2M", "PT10M"}) @NotNull
        List<@NotNull @DurationMin(seconds = 1) Duration> tryAgainAfter) {

    /** How long to wait after so many tries; empty if it is time for a blocker. */
    Optional<Duration> waitAfter(int tries) {
        return tries < tryAgainAfter.size() ? Optional.of(tryAgainAfter.get(tries)) : Optional.empty();
    }
}
