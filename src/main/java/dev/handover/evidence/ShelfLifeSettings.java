package dev.handover.evidence;

import dev.handover.shared.EvidenceKind;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How old evidence of each kind may be when the release window starts, unless a plan says otherwise; ISO-8601 durations of
 * at least an hour. A bad value stops the start-up.
 */
@Validated
@ConfigurationProperties("handover.evidence.shelf-life")
public record ShelfLifeSettings(
        @DefaultValue("P30D") @DurationMin(hours = 1) Duration environmentInventory,
        @DefaultValue("P30D") @DurationMin(hours = 1) Duration userAndRoleValidation,
        @DefaultValue("P30D") @DurationMin(hours = 1) Duration productWorkflowValidation,
        @DefaultValue("P14D") @DurationMin(hours = 1) Duration integrationValidation,
        @DefaultValue("P30D") @DurationMin(hours = 1) Duration backupAndRecoveryStatement,
        @DefaultValue("P90D") @DurationMin(hours = 1) Duration supportHandoff,
        @DefaultValue("P14D") @DurationMin(hours = 1) Duration knownIssuesList) {

    public Duration of(EvidenceKind kind) {
        return switch (kind) {
            case ENVIRONMENT_INVENTORY -> environmentInventory;
            case USER_AND_ROLE_VALIDATION -> userAndRoleValidation;
            case PRODUCT_WORKFLOW_VALIDATION -> productWorkflowValidation;
            case INTEGRATION_VALIDATION -> integrationValidation;
            case BACKUP_AND_RECOVERY_STATEMENT -> backupAndRecoveryStatement;
            case SUPPORT_HANDOFF -> supportHandoff;
            case KNOWN_ISSUES_LIST -> knownIssuesList;
        };
    }
}
