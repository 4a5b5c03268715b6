package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;

/**
 * How a test user signs in: by HTTP Basic with each request.
 *
 * @param secret name of the secret that holds the account's password
 */
public record SignIn(String account, String secret) {

    public SignIn {
        requireNonNull(account, "account");
    }

    public static SignIn basic(String account, String secret) {
        return new SignIn(account, secret);
    }

    /**
     * Signs in.
     *
     * @throws CallFailed if the customer's system does not let the account in
     */
    SignedIn through(Probe probe) throws CallFailed {
        return new SignedIn(Credential.basic(account, secret), null);
    }
}
