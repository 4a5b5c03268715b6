package dev.handover.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a new password has to be; a bad value stops the start-up.
 *
 * @param minLength characters, 8 to 64
 */
@Validated
@ConfigurationProperties("handover.login.password")
record PasswordSettings(@DefaultValue("12") @Min(8) @Max(64) int minLength) {}
