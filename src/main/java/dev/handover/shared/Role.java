package dev.handover.shared;

import java.util.List;
import java.util.Locale;

/** A part a person plays in one go-live. Source: section "Prerequisites" of the source document, and "Validation steps" 8. */
public enum Role implements Slugged {
    REQUESTER("Requester"),
    PRODUCTION("Production owner"),
    SUPPORT("Support owner"),
    BUSINESS("Business acceptance owner"),
    CHANGE("Change approval owner"),
    ENVIRONMENT("Environment owner"),
    CUSTOMER("Customer owner"),
    /** Owner of a representative test user; the only role that several people may hold. */
    VALIDATOR("Validator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In the middle of a sentence: {@code production owner}. */
    public String inWords() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** The owners of a go-live, in the order pages and forms show them; each must accept before validation starts. */
    public static List<Role> owners() {
        return List.of(PRODUCTION, SUPPORT, BUSINESS, CHANGE, ENVIRONMENT, CUSTOMER);
    }

    /** The roles that sign. One person never holds two of them, and the requester holds none. */
    public static List<Role> signing() {
        return List.of(BUSINESS, ENVIRONMENT, CHANGE);
    }
}
