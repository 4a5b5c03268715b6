package dev.handover.checks.guard;

/**
 * How a call identifies itself. It names a secret that the server holds; the value is filled in while the request is sent,
 * after the secret's binding to the called host was checked, and nowhere else.
 */
public sealed interface Credential {

    /** No credential at all. */
    static Credential none() {
        return new None();
    }

    /** HTTP Basic (RFC 7617). */
    static Credential basic(String account, String secret) {
        return new Basic(account, secret, false);
    }

    /** A bearer token (RFC 6750). */
    static Credential bearer(String secret) {
        return new Bearer(secret, false);
    }

    /** A bearer token if a secret is named, else no credential. */
    static Credential optionalBearer(String secretOrNull) {
        return secretOrNull == null ? none() : bearer(secretOrNull);
    }

    /** The same with one character of the secret's value changed: what a system must refuse. */
    Credential altered();

    /** For people: kind and name, never a value. */
    String described();

    record None() implements Credential {

        @Override
        public Credential altered() {
            return this;
        }

        @Override
        public String described() {
            return "none";
        }
    }

    /**
     * @param account account name
     * @param secret name of the secret that holds the password
     * @param isAltered true if the password is changed in one character before it is sent
     */
    record Basic(String account, String secret, boolean isAltered) implements Credential {

        @Override
        public Credential altered() {
            return new Basic(account, secret, true);
        }

        @Override
        public String described() {
            return "account %s with secret %s%s".formatted(account, secret, isAltered ? ", altered" : "");
        }
    }

    /**
     * @param secret name of the secret that holds the token
     * @param isAltered true if the token is changed in one character before it is sent
     */
    record Bearer(String secret, boolean isAltered) implements Credential {

        @Override
        public Credential altered() {
            return new Bearer(secret, true);
        }

        @Override
        public String described() {
            return "bearer token of secret %s%s".formatted(secret, isAltered ? ", altered" : "");
        }
    }
}
