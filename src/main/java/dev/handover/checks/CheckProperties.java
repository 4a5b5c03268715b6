package dev.handover.checks;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How checks are run. A bad value stops the start-up.
 *
 * @param parallel checks of one run, that is of one step of one go-live, that run at once (count, 1 to 256). A check mostly
 *     waits for the network, so this is more than there are processors, and less than what a small firewall takes for a scan.
 *     On the whole node no more run at once than this for each job thread
 *     ({@code camunda.bpm.job-execution.max-pool-size}), so no run ever takes the places of another
 * @param parallelPerHost checks that run at once against one host, over all runs of this node (count, at least 1). Half of
 *     {@code parallel}, so that one host that hangs leaves half of a run's places to its other hosts, and a customer's system
 *     is not put under load. A host that lets a check run out of time is asked less at once until it answers again
 * @param checkTimeout how long one check may take (ISO-8601, at least PT0.1S): users give up on a page in less
 * @param workflowTimeout how long one scripted workflow may take without its clean-up (ISO-8601, at least PT0.1S): up to 20
 *     requests one after the other
 * @param cleanUpTimeout how long its clean-up may take (ISO-8601, at least PT0.1S). This time is reserved: it begins when the
 *     requests have come to an end, also when the run is over by then, so that nothing is left behind for want of time
 * @param runDeadline how long a whole run may take without the last clean-ups (ISO-8601, not less than {@code checkTimeout} and
 *     {@code workflowTimeout}). What has not run by then is inconclusive. A run is part of a job of the engine: keep
 *     {@code runDeadline} and {@code cleanUpTimeout} together well below
 *     {@code camunda.bpm.job-execution.lock-time-in-millis}, or another node takes the job for dead and runs it as well
 */
@Validated
@ConfigurationProperties("handover.checks")
record CheckProperties(
        @DefaultValue("16") @Min(1) @Max(256) int parallel,
        @DefaultValue("8") @Min(1) int parallelPerHost,

        @DefaultValue("PT10S") @NotNull @DurationMin(millis = 100)
        Duration checkTimeout,

        @DefaultValue("PT20S") @NotNull @DurationMin(millis = 100)
        Duration workflowTimeout,

        @DefaultValue("PT8S") @NotNull @DurationMin(millis = 100)
        Duration cleanUpTimeout,

        @DefaultValue("PT40S") @NotNull Duration runDeadline) {

    @AssertTrue(message = "run-deadline is not less than check-timeout and workflow-timeout")
    boolean isRunLongEnoughForACheck() {
        return isNotLess(runDeadline, checkTimeout) && isNotLess(runDeadline, workflowTimeout);
    }

    private static boolean isNotLess(Duration whole, Duration part) {
        return whole != null && part != null && whole.compareTo(part) >= 0;
    }
}
