package dev.handover.release;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the next free release window is looked for.
 *
 * @param workingDays working time that the sign-offs are left until the window starts, in working days of the plan (1 to 60)
 */
@Validated
@ConfigurationProperties("handover.release.free-slot")
record FreeSlotSettings(@DefaultValue("2") @Min(1) @Max(60) int workingDays) {}
