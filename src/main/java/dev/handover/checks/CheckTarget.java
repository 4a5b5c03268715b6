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
     * One persona reaches what it should (2xx) and is refused what it should not (401, 403 or 404), by HTTP Basic.
     *
     * @param secret name of the secret that holds the account's password
     */
    record RoleAccess(String account, String secret, List<URI> mayReach, List<URI> mayNotReach) implements CheckTarget {

        public RoleAccess {
            requireNonNull(account, "account");
            mayReach = List.copyOf(mayReach);
            mayNotReach = List.copyOf(mayNotReach);
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
