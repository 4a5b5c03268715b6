package dev.handover.checks.guard;

import static java.util.Objects.requireNonNull;

/**
 * One field of a form: plain text, or the name of a secret whose value is filled in while the form is sent, after the
 * secret's binding to the called host was checked.
 *
 * @param plain null if a secret is named
 * @param secret name of a secret; null for plain text
 * @param isAltered true if the secret's value is changed in one character before it is sent
 */
public record Field(String name, String plain, String secret, boolean isAltered) {

    public static Field plain(String name, String value) {
        return new Field(name, requireNonNull(value, name), null, false);
    }

    public static Field secret(String name, String secretName) {
        return new Field(name, null, requireNonNull(secretName, name), false);
    }

    /** The same with one character of the secret's value changed; a plain field stays as it is. */
    public Field altered() {
        return new Field(name, plain, secret, secret != null);
    }

    /** For people: never a secret's value. */
    String described() {
        return secret == null
                ? name + "=" + plain
                : "%s=(secret %s%s)".formatted(name, secret, isAltered ? ", altered" : "");
    }
}
