package dev.handover.notice;

/** Why no mail can be addressed to somebody, and what an admin does about it. */
enum Unreachable {
    UNKNOWN(
            "The identity provider does not know this person.",
            "Name somebody else than %s in the plan, or add the account; then send it again."),
    DISABLED(
            "The account of this person is disabled.",
            "Enable the account of %s, or name somebody else in the plan; then send it again."),
    NO_ADDRESS(
            "The person has no usable e-mail address in the identity provider.",
            "Enter an address for %s, then send it again.");

    private final String reason;
    private final String mend;

    Unreachable(String reason, String mend) {
        this.reason = reason;
        this.mend = mend;
    }

    String reason() {
        return reason;
    }

    /** @param name of the person */
    String mend(String name) {
        return mend.formatted(name);
    }
}
