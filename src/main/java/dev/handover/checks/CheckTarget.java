package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a check looks at and what it expects to find there. One record for each kind of check. Secrets are named, never
 * carried: the server holds the values.
 */
public sealed interface CheckTarget {

    /**
     * The environment answers and is the expected one.
     *
     * @param url address that users will use; must answer 2xx, redirects included
     * @param infoUrl answers JSON with {@code label}, {@code tenant} and {@code version}
     * @param version null if any version will do
     */
    record Environment(URI url, URI infoUrl, String label, String tenant, String version) implements CheckTarget {

        public Environment {
            requireNonNull(url, "url");
            requireNonNull(infoUrl, "infoUrl");
            requireNonNull(label, "label");
            requireNonNull(tenant, "tenant");
        }
    }

    /**
     * The certificate is trusted, is for the host, and lasts; the protocol is TLS 1.2 or newer. An http address passes only
     * if the settings allow its host to be called without TLS. Revocation is not asked for.
     *
     * @param minDays days that the certificate must still be valid, at least 0
     */
    record Tls(URI url, int minDays) implements CheckTarget {

        public Tls {
            requireNonNull(url, "url");
        }
    }

    /**
     * A host name leads to an address, as connections would find it.
     *
     * @param addresses IP addresses that the name must lead to, all of them and no others; empty if any will do
     */
    record Dns(String host, List<String> addresses) implements CheckTarget {

        public Dns {
            requireNonNull(host, "host");
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An OpenID Connect provider is ready to sign people in: discovery document and signing keys (OpenID Connect Discovery
     * 1.0, sections 3 and 4).
     *
     * @param issuer as tokens name it; compared character by character
     */
    record Oidc(URI issuer) implements CheckTarget {

        public Oidc {
            requireNonNull(issuer, "issuer");
        }
    }

    /**
     * An OpenID Connect client gets a token for its secret, and none for an altered one. A token that is a JWT is the
     * provider's (signature, issuer), valid now, and for the audience.
     *
     * @param audience null if any will do
     */
    record ClientToken(TokenClient client, String audience) implements CheckTarget {

        public ClientToken {
            requireNonNull(client, "client");
        }
    }

    /**
     * A test user gets tokens for the right password (RFC 6749, 4.3), and none for an altered one. Those that are JWTs are the
     * provider's (signature, issuer), valid now, for the audience, and hold exactly the expected roles.
     *
     * @param secret name of the secret that holds the account's password
     * @param audience that the access token must be for; null if any will do
     * @param rolesClaim JSON pointer to the roles in the token; null if roles are not checked
     * @param roles empty if they are not checked
     */
    record UserToken(
            TokenClient client, String account, String secret, String audience, String rolesClaim, List<String> roles)
            implements CheckTarget {

        public UserToken {
            requireNonNull(client, "client");
            requireNonNull(account, "account");
            roles = List.copyOf(roles);
        }
    }

    /**
     * A SAML 2.0 identity provider is ready to sign people in: its metadata names endpoints for sign-on and a certificate to
     * verify its signatures with, and has not run out.
     *
     * @param url answers the metadata of exactly one identity provider
     * @param minDays days that a signing certificate must still be valid, at least 0
     */
    record SamlMetadata(URI url, int minDays) implements CheckTarget {

        public SamlMetadata {
            requireNonNull(url, "url");
        }
    }

    /**
     * The product's own login accepts the right password and refuses a wrong one, by HTTP Basic.
     *
     * @param url answers 2xx to who signed in
     * @param secret name of the secret that holds the account's password
     */
    record PasswordSignIn(URI url, String account, String secret) implements CheckTarget {

        public PasswordSignIn {
            requireNonNull(url, "url");
            requireNonNull(account, "account");
        }
    }

    /**
     * The product's login page lets in who fills in its form with the right password, and nobody else.
     *
     * @param landing answers 2xx to who signed in, and refuses everybody else
     * @param secret name of the secret that holds the account's password
     */
    record FormLogin(LoginPage page, URI landing, String account, String secret) implements CheckTarget {

        public FormLogin {
            requireNonNull(page, "page");
            requireNonNull(landing, "landing");
            requireNonNull(account, "account");
            requireNonNull(secret, "secret");
        }
    }

    /**
     * One persona reaches what it should (2xx) and is refused what it should not (401, 403, 404, or sent to sign in): one row
     * of the matrix of personas and addresses.
     *
     * @param notStated addresses that matter to other personas only; shown as not stated, and not asked
     */
    record RoleAccess(SignIn signIn, List<URI> mayReach, List<URI> mayNotReach, List<URI> notStated)
            implements CheckTarget {

        public RoleAccess {
            requireNonNull(signIn, "signIn");
            mayReach = List.copyOf(mayReach);
            mayNotReach = List.copyOf(mayNotReach);
            notStated = List.copyOf(notStated);
        }
    }

    /**
     * A connector answers as expected.
     *
     * @param secret name of the secret that holds a bearer token; null if none is needed
     */
    record HttpConnector(URI url, Assertions expect, String secret) implements CheckTarget {

        public HttpConnector {
            requireNonNull(url, "url");
            requireNonNull(expect, "expect");
        }

        public HttpConnector(URI url, int expectStatus, String secret) {
            this(url, Assertions.status(expectStatus), secret);
        }
    }

    /**
     * A port accepts a connection.
     *
     * @param port from 1 to 65535
     */
    record Tcp(String host, int port) implements CheckTarget {

        public Tcp {
            requireNonNull(host, "host");
        }
    }

    /**
     * A PostgreSQL database answers a query that only reads.
     *
     * @param port from 1 to 65535
     * @param name of the database
     * @param secret name of the secret that holds the account's password
     * @param query one statement that begins with {@code select} or {@code with}; no semicolon
     * @param comparison null if it is enough that there is an answer
     * @param threshold what the first column of the first row is held against; null without comparison
     */
    record Database(
            String host,
            int port,
            String name,
            String account,
            String secret,
            String query,
            Comparison comparison,
            Double threshold)
            implements CheckTarget {

        public Database {
            requireNonNull(host, "host");
            requireNonNull(name, "name");
            requireNonNull(account, "account");
            requireNonNull(query, "query");
            if ((comparison == null) != (threshold == null)) {
                throw new IllegalArgumentException("a comparison needs a threshold, and the other way round");
            }
        }
    }

    /**
     * An API key is accepted, and the same key with one character changed is refused.
     *
     * @param expect of the answer to the right key
     * @param secret name of the secret that holds the key
     * @param header name of the header that carries the key; null if it is sent as a bearer token
     */
    record ApiKey(URI url, Assertions expect, String secret, String header) implements CheckTarget {

        public ApiKey {
            requireNonNull(url, "url");
            requireNonNull(expect, "expect");
        }

        public ApiKey(URI url, int expectStatus, String secret) {
            this(url, Assertions.status(expectStatus), secret, null);
        }
    }

    /**
     * A workflow of the product works for a person: its requests are answered one after the other as expected. What they
     * create is cleaned up again, also after a failure.
     *
     * @param requests 1 to 20
     * @param cleanUp at most 10
     */
    record Workflow(SignIn as, List<WorkflowRequest> requests, List<WorkflowRequest> cleanUp) implements CheckTarget {

        public Workflow {
            requireNonNull(as, "as");
            requests = List.copyOf(requests);
            cleanUp = List.copyOf(cleanUp);
            if (requests.isEmpty() || requests.size() > 20 || cleanUp.size() > 10) {
                throw new IllegalArgumentException("a workflow has 1 to 20 requests and at most 10 to clean up");
            }
        }
    }

    /**
     * An import or a scheduled job ran lately.
     *
     * @param url answers JSON with {@code lastSuccess} (ISO-8601 with offset) and perhaps {@code status}
     * @param maxAge oldest acceptable last success; one exactly that old still passes
     * @param secret name of the secret that holds a bearer token; null if none is needed
     */
    record Freshness(URI url, Duration maxAge, String secret) implements CheckTarget {

        public Freshness {
            requireNonNull(url, "url");
            requireNonNull(maxAge, "maxAge");
        }
    }

    /**
     * A PromQL expression holds for every sample it yields, and yields at least one (Prometheus HTTP API v1).
     *
     * @param prometheus base address of the API, without {@code /api/v1}
     */
    record PrometheusQuery(URI prometheus, String expression, Comparison comparison, double threshold)
            implements CheckTarget {

        public PrometheusQuery {
            requireNonNull(prometheus, "prometheus");
            requireNonNull(expression, "expression");
            requireNonNull(comparison, "comparison");
        }
    }

    /**
     * Every one of the jobs has targets that are scraped, and all of them are up (Prometheus HTTP API v1, targets).
     *
     * @param prometheus base address of the API, without {@code /api/v1}
     * @param jobs names of the jobs; at least one
     */
    record PrometheusTargets(URI prometheus, List<String> jobs) implements CheckTarget {

        public PrometheusTargets {
            requireNonNull(prometheus, "prometheus");
            jobs = List.copyOf(jobs);
            if (jobs.isEmpty()) {
                throw new IllegalArgumentException("there is no job to look for");
            }
        }
    }

    /**
     * An Alertmanager is ready, knows the receiver, and has no critical alert that fires and is not silenced (Alertmanager
     * API v2).
     *
     * @param url base address of the API, without {@code /api/v2}
     * @param receiver who is to be alerted, as the Alertmanager's configuration names it
     */
    record Alertmanager(URI url, String receiver) implements CheckTarget {

        public Alertmanager {
            requireNonNull(url, "url");
            requireNonNull(receiver, "receiver");
        }
    }

    /**
     * Mail to a domain goes somewhere (RFC 5321, 5.1).
     *
     * @param domain what stands behind the @; international names as they are or in ASCII
     */
    record MailDomain(String domain) implements CheckTarget {

        public MailDomain {
            requireNonNull(domain, "domain");
        }
    }

    /** A health address answers 2xx. */
    record Health(URI url) implements CheckTarget {

        public Health {
            requireNonNull(url, "url");
        }
    }

    /**
     * The last backup is within the recovery point objective, and the last restore test is not too long ago. An age of
     * exactly the limit still passes.
     *
     * @param statusUrl answers JSON with {@code lastBackup} and {@code lastRestoreTest}; null if they are stated here
     * @param lastBackup as stated; null if asked from {@code statusUrl}
     * @param lastRestoreTest as stated; null if asked from {@code statusUrl}
     * @param rpo recovery point objective
     * @param restoreTestMaxAge oldest acceptable restore test
     */
    record Backup(URI statusUrl, Instant lastBackup, Instant lastRestoreTest, Duration rpo, Duration restoreTestMaxAge)
            implements CheckTarget {

        public Backup {
            requireNonNull(rpo, "rpo");
            requireNonNull(restoreTestMaxAge, "restoreTestMaxAge");
        }
    }
}
