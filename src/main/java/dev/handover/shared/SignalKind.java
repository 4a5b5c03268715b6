package dev.handover.shared;

/** What is tracked during stabilization. Source: section "Production monitoring period" of the source document. */
public enum SignalKind implements Slugged {
    SIGN_IN_FAILURES("Sign-in failures", "per hour"),
    INTEGRATION_ERRORS("Integration errors", "per hour"),
    USER_ACCESS_REQUESTS("User access requests", "open"),
    PRODUCT_WORKFLOW_EXCEPTIONS("Product workflow exceptions", "per hour"),
    PERFORMANCE_CONCERNS("Performance concerns", "open"),
    SUPPORT_RESPONSE_TIME("Support response time", "minutes");

    private final String title;
    private final String unit;

    SignalKind(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    /** Unit of a reading, for people. */
    public String unit() {
        return unit;
    }
}
