package dev.handover.access;

import org.springframework.stereotype.Component;

/** The ways in that this installation offers, as its login page shows them. */
@Component
class LoginWays {

    /** Leads to the identity provider. */
    static final String PROVIDER_ADDRESS = "/oauth2/authorization/" + OpenIdSettings.REGISTRATION;

    private final LoginSettings login;
    private final OpenIdSettings openId;

    LoginWays(LoginSettings login, OpenIdSettings openId) {
        if (!login.localUsers() && !openId.isUsed()) {
            throw new IllegalStateException("Nobody could log in: handover.login.local-users is false, and"
                    + " handover.login.open-id.issuer is not set.");
        }
        this.login = login;
        this.openId = openId;
    }

    /** True if user id and password of the own identity store are taken. */
    boolean byPassword() {
        return login.localUsers();
    }

    /** What people call the identity provider; null if there is none. */
    String provider() {
        return openId.isUsed() ? openId.name() : null;
    }
}
