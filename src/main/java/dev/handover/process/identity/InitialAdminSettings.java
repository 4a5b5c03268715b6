package dev.handover.process.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first admin of a new installation; read only while there is no admin.
 *
 * @param userId letters, digits and {@code . _ @ -}
 * @param password as {@link dev.handover.access.PasswordRules} asks: 12 characters or more that are not soon guessed
 * @param name display name
 * @param email may be missing
 */
@ConfigurationProperties("handover.initial-admin")
record InitialAdminSettings(
        String userId,
        String password,
        @DefaultValue("Administrator") String name,
        String email) {

    boolean areComplete() {
        return userId != null && !userId.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
        return "InitialAdminSettings[userId=%s]".formatted(userId); // never the password
    }
}
