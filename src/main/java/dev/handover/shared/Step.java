package dev.handover.shared;

import static dev.handover.shared.EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT;
import static dev.handover.shared.EvidenceKind.ENVIRONMENT_INVENTORY;
import static dev.handover.shared.EvidenceKind.INTEGRATION_VALIDATION;
import static dev.handover.shared.EvidenceKind.KNOWN_ISSUES_LIST;
import static dev.handover.shared.EvidenceKind.PRODUCT_WORKFLOW_VALIDATION;
import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static dev.handover.shared.EvidenceKind.USER_AND_ROLE_VALIDATION;

import java.util.Arrays;
import java.util.List;

/** The eight validation steps. Source: section "Validation steps" of the source document. */
public enum Step implements Slugged {
    ENVIRONMENT("Confirm the production URL, tenant, and environment label", List.of(ENVIRONMENT_INVENTORY)),
    ACCESS(
            "Validate administrator login, SSO or password login, and role-based product access",
            List.of(USER_AND_ROLE_VALIDATION)),
    WORKFLOWS("Validate target product workflows with representative users", List.of(PRODUCT_WORKFLOW_VALIDATION)),
    INTEGRATIONS(
            "Validate connectors, imports, API keys, and scheduled jobs included in go-live",
            List.of(INTEGRATION_VALIDATION)),
    OPERATIONS(
            "Confirm monitoring checks, backup expectations, and support contacts",
            List.of(BACKUP_AND_RECOVERY_STATEMENT, SUPPORT_HANDOFF)),
    KNOWN_ISSUES("Confirm open known issues and workarounds are recorded", List.of(KNOWN_ISSUES_LIST)),
    ROLLBACK_CRITERIA("Confirm rollback or pause criteria for the release window", List.of(SUPPORT_HANDOFF)),
    /** Not run as a validation step: the sign-off phase is this step. */
    SIGN_OFF("Record sign-off from business owner and environment owner", List.of());

    private final String title;
    private final List<EvidenceKind> evidence;

    Step(String title, List<EvidenceKind> evidence) {
        this.title = title;
        this.evidence = evidence;
    }

    public String title() {
        return title;
    }

    /** The kinds of evidence this step produces; the first is the default for what is uploaded at the step. */
    public List<EvidenceKind> evidence() {
        return evidence;
    }

    /** The seven steps that run as {@code validation-step}. */
    public static List<Step> validated() {
        return Arrays.stream(values()).filter(step -> step != SIGN_OFF).toList();
    }
}
