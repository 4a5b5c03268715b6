package dev.handover.process;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When checks are repeated at night. A bad value stops the start-up.
 *
 * @param at time of day in the zone of each plan, for example {@code 02:00}
 * @param spread within how long after that time all go-lives begin, each at a moment of its own (ISO-8601, at most PT12H)
 */
@Validated
@ConfigurationProperties("handover.revalidation")
record RevalidationProperties(
        @DefaultValue("02:00") @NotNull LocalTime at,

        @DefaultValue("PT2H") @NotNull @DurationMin @DurationMax(hours = 12)
        Duration spread) {}
