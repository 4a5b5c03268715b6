package dev.handover.development.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A user of the sample product. Made up, and known to nobody outside this sample; so the password may be guessed.
 *
 * @param name what is typed in to sign in
 */
record Account(String name, Role role) {

    /** What a user of the product may do. */
    enum Role {
        ADMINISTRATOR,
        OPERATOR,
        VIEWER,
        INTEGRATION_OWNER,
        SUPPORT_USER;

        /** For example {@code integration-owner}. */
        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final List<Account> ALL = List.of(
            new Account("ada.admin", Role.ADMINISTRATOR),
            new Account("otto.operator", Role.OPERATOR),
            new Account("vera.viewer", Role.VIEWER),
            new Account("ida.integration", Role.INTEGRATION_OWNER),
            new Account("sam.support", Role.SUPPORT_USER));

    static Optional<Account> named(String name) {
        return ALL.stream().filter(account -> account.name.equals(name)).findFirst();
    }

    /** The account with that name, if the password is right. */
    static Optional<Account> withPassword(String name, String password) {
        return named(name).filter(account -> account.password().equals(password));
    }

    String password() {
        return name + "-pw";
    }
}
