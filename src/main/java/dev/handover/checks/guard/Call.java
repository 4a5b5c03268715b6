package dev.handover.checks.guard;

import java.net.URI;

/**
 * A GET request to make.
 *
 * @param uri absolute http or https address without user information
 * @param credential sent to the address's own origin only, never along with a redirect that leaves it
 * @param followsRedirects false if the answer of this very address matters, such as a refusal
 */
public record Call(URI uri, Credential credential, boolean followsRedirects) {

    public static Call to(URI uri) {
        return new Call(uri, Credential.none(), true);
    }

    public Call with(Credential other) {
        return new Call(uri, other, followsRedirects);
    }

    public Call withoutRedirects() {
        return new Call(uri, credential, false);
    }
}
