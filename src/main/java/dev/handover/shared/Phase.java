package dev.handover.shared;

/** Where a go-live stands. Source: phases of {@code bpmn/go-live.bpmn}. */
public enum Phase {
    PREREQUISITES("Prerequisites"),
    VALIDATION("Validation"),
    SIGN_OFF("Sign-off"),
    RELEASE("Release window"),
    STABILIZATION("Stabilization"),
    HANDED_OVER("Handed over"),
    WITHDRAWN("Withdrawn"),
    ROLLED_BACK("Rolled back");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** True once nothing can happen to the go-live any more. */
    public boolean isFinished() {
        return this == HANDED_OVER || this == WITHDRAWN || this == ROLLED_BACK;
    }

    /** True while the customer does not yet depend on the system: plan and evidence changes still reopen what relied on them. */
    public boolean isBeforeGoLive() {
        return ordinal() <= RELEASE.ordinal();
    }
}
