package dev.handover.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Proving once more who one is before signing; a bad value stops the start-up.
 *
 * @param always also where the plan does not ask for it
 * @param validFor how long a proof is good for (PT30S to PT1H)
 */
@Validated
@ConfigurationProperties("handover.sign-off.confirm-identity")
record ConfirmationSettings(
        @DefaultValue("false") boolean always,

        @DefaultValue("PT5M") @DurationMin(seconds = 30) @DurationMax(hours = 1)
        Duration validFor) {}
