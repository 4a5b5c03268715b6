package dev.handover.checks.guard;

import java.util.Objects;
import java.util.stream.Stream;

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

    /** A client of an authorization server, by HTTP Basic with both parts encoded as in a form (RFC 6749, 2.3.1). */
    static Credential client(String id, String secret) {
        return new Client(id, secret, false);
    }

    /** A bearer token (RFC 6750). */
    static Credential bearer(String secret) {
        return new Bearer(secret, false);
    }

    /** A bearer token if a secret is named, else no credential. */
    static Credential optionalBearer(String secretOrNull) {
        return secretOrNull == null ? none() : bearer(secretOrNull);
    }

    /**
     * An API key in a header of its own.
     *
     * @throws IllegalArgumentException if no call may set that header
     */
    static Credential header(String headerName, String secret) {
        return new Header(headerName, secret, false);
    }

    /** A bearer token that a server gave; goes to hosts that the secret it was earned with is bound to. */
    static Credential earnedBearer(Earned earned) {
        return new EarnedBearer(earned, false);
    }

    /** The same with one character of the secret's value changed: what a system must refuse. */
    Credential altered();

    /** Names of the secrets that it carries or was earned with. */
    Stream<String> secrets();

    /** For people: kind and name, never a value. */
    String described();

    record None() implements Credential {

        @Override
        public Credential altered() {
            return this;
        }

        @Override
        public Stream<String> secrets() {
            return Stream.empty();
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
        public Stream<String> secrets() {
            return Stream.ofNullable(secret);
        }

        @Override
        public String described() {
            return "account %s with secret %s%s".formatted(account, secret, isAltered ? ", altered" : "");
        }
    }

    /**
     * @param id client id
     * @param secret name of the secret that holds the client's secret
     * @param isAltered true if the secret is changed in one character before it is sent
     */
    record Client(String id, String secret, boolean isAltered) implements Credential {

        @Override
        public Credential altered() {
            return new Client(id, secret, true);
        }

        @Override
        public Stream<String> secrets() {
            return Stream.ofNullable(secret);
        }

        @Override
        public String described() {
            return "client %s with secret %s%s".formatted(id, secret, isAltered ? ", altered" : "");
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
        public Stream<String> secrets() {
            return Stream.ofNullable(secret);
        }

        @Override
        public String described() {
            return "bearer token of secret %s%s".formatted(secret, isAltered ? ", altered" : "");
        }
    }

    /**
     * @param header name of the header that carries the key
     * @param secret name of the secret that holds the key
     * @param isAltered true if the key is changed in one character before it is sent
     */
    record Header(String header, String secret, boolean isAltered) implements Credential {

        public Header {
            new HeaderField(header, "");
        }

        @Override
        public Credential altered() {
            return new Header(header, secret, true);
        }

        @Override
        public Stream<String> secrets() {
            return Stream.ofNullable(secret);
        }

        @Override
        public String described() {
            return "header %s with secret %s%s".formatted(header, secret, isAltered ? ", altered" : "");
        }
    }

    /** @param isAltered true if the token is changed in one character before it is sent */
    record EarnedBearer(Earned earned, boolean isAltered) implements Credential {

        public EarnedBearer {
            Objects.requireNonNull(earned, "earned");
        }

        @Override
        public Credential altered() {
            return new EarnedBearer(earned, true);
        }

        @Override
        public Stream<String> secrets() {
            return earned.secrets().stream();
        }

        @Override
        public String described() {
            return "bearer token given by %s%s".formatted(earned.giver(), isAltered ? ", altered" : "");
        }
    }
}
