package dev.handover.shared;

/** The seven kinds of go-live evidence. Source: table "Go-live evidence" of the source document. */
public enum EvidenceKind implements Slugged {
    ENVIRONMENT_INVENTORY("Environment inventory", "Shows what was deployed and which URL users should use."),
    USER_AND_ROLE_VALIDATION("User and role validation", "Confirms the right users can perform the right tasks."),
    PRODUCT_WORKFLOW_VALIDATION("Product workflow validation", "Confirms the deployment supports business use."),
    INTEGRATION_VALIDATION("Integration validation", "Confirms data and service identities work as planned."),
    BACKUP_AND_RECOVERY_STATEMENT(
            "Backup and recovery statement", "Confirms recovery expectations are assigned and approved."),
    SUPPORT_HANDOFF("Support handoff", "Confirms incident and escalation path."),
    KNOWN_ISSUES_LIST("Known issues list", "Keeps remaining risks visible.");

    private final String title;
    private final String purpose;

    EvidenceKind(String title, String purpose) {
        this.title = title;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    /** Why this evidence is asked for, in the words of the source document. */
    public String purpose() {
        return purpose;
    }
}
