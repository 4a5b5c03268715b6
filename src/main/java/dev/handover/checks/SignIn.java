package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.checks.guard.Session;
import java.net.URI;

/** How a test user signs in. Names secrets only. */
public sealed interface SignIn {

    String account();

    /**
     * Signs in.
     *
     * @throws CallFailed if the customer's system does not let the account in
     */
    SignedIn through(Probe probe) throws CallFailed;

    /** True if the address is one that strangers are sent to, to sign in. */
    default boolean isLogin(URI address) {
        return false;
    }

    /** True if the answer is the page that asks strangers to sign in, whatever its address and status. */
    default boolean isLoginPage(Answer answer) {
        return false;
    }

    static SignIn basic(String account, String secret) {
        return new Basic(account, secret);
    }

    /** By a token that the provider gives for the account's password. */
    static SignIn token(TokenClient client, String account, String secret) {
        return new Token(client, account, secret);
    }

    /** By the product's login page. */
    static SignIn form(LoginPage page, String account, String secret) {
        return new Form(page, account, secret);
    }

    /**
     * HTTP Basic with each request.
     *
     * @param secret name of the secret that holds the account's password
     */
    record Basic(String account, String secret) implements SignIn {

        public Basic {
            requireNonNull(account, "account");
        }

        @Override
        public SignedIn through(Probe probe) {
            return new SignedIn(Credential.basic(account, secret), null);
        }
    }

    /**
     * A bearer token with each request, earned by the password grant (RFC 6749, 4.3).
     *
     * @param secret name of the secret that holds the account's password
     */
    record Token(TokenClient client, String account, String secret) implements SignIn {

        public Token {
            requireNonNull(client, "client");
            requireNonNull(account, "account");
        }

        @Override
        public SignedIn through(Probe probe) throws CallFailed {
            var grant = TokenRequest.ofUser(TokenEndpoint.of(client, probe), account, secret);
            return new SignedIn(Credential.earnedBearer(grant.token(probe)), null);
        }

        @Override
        public boolean isLogin(URI address) {
            return Origins.same(address, client.issuer());
        }
    }

    /**
     * A session with each request, begun on the product's login page.
     *
     * @param secret name of the secret that holds the account's password
     */
    record Form(LoginPage page, String account, String secret) implements SignIn {

        public Form {
            requireNonNull(page, "page");
            requireNonNull(account, "account");
            requireNonNull(secret, "secret");
        }

        @Override
        public SignedIn through(Probe probe) throws CallFailed {
            Session session = probe.newSession();
            page.signIn(account, secret, false, session, probe);
            return new SignedIn(Credential.none(), session);
        }

        @Override
        public boolean isLogin(URI address) {
            return page.isAt(address);
        }

        @Override
        public boolean isLoginPage(Answer answer) {
            return page.isOn(answer);
        }
    }
}
