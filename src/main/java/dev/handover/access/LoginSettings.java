package dev.handover.access;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people log in; a bad value stops the start-up.
 *
 * @param localUsers whether people and programs of the own identity store may log in, by user id and password
 * @param refusalTakes how long a refused login takes, whatever the reason, so that nobody learns it by the clock (PT0.1S to
 *     PT3S); longer than the slowest look into the database
 * @param unlock user id of an account that wrong passwords locked and that nobody else can open; null for none, see {@link UnlockAtStart}
 */
@Validated
@ConfigurationProperties("handover.login")
record LoginSettings(
        @DefaultValue("true") boolean localUsers,

        @DefaultValue("PT0.5S") @DurationMin(millis = 100) @DurationMax(seconds = 3)
        Duration refusalTakes,

        String unlock) {}
