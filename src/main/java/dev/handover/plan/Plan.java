package dev.handover.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A go-live plan as read from its document: complete, valid, and free of secrets. Lists and maps are never null.
 *
 * <p>Source: "Inputs" of the source document. The document's form is {@code handover/go-live-plan.schema.json}.
 *
 * @param title one line for people
 * @param owners user id of each owner that the plan names; a role may be missing, and is then named in the prerequisites
 * @param shelfLife how old evidence may be at the window start; a kind that is missing has the setting of the installation
 */
public record Plan(
        String title,
        Customer customer,
        Environment environment,
        Map<Role, String> owners,
        AcceptanceScope acceptanceScope,
        Identity identity,
        List<TestUser> testUsers,
        ValidationData validationData,
        Map<Step, String> confirmations,
        List<Integration> integrations,
        List<WorkflowCheck> workflowChecks,
        Monitoring monitoring,
        Backup backup,
        SupportContacts supportContacts,
        ReleaseWindow releaseWindow,
        List<KnownIssue> knownIssues,
        List<Criterion> criteria,
        SignOffRules signOff,
        Stabilization stabilization,
        WorkingHours workingTime,
        Map<EvidenceKind, Duration> shelfLife) {

    /** @param id short id, lower-case letters, digits and hyphens; @param name for people */
    public record Customer(String id, String name) {}

    /**
     * What goes live.
     *
     * @param label for example {@code production}; lower-case letters, digits and hyphens
     * @param tenant the customer's tenant in the product
     * @param url address that users will use
     * @param infoUrl answers JSON with {@code label}, {@code tenant} and {@code version}; defaults to {@code url} + {@code /api/environment}
     * @param addresses IP addresses that the host of {@code url} leads to, all of them; empty if any will do
     */
    public record Environment(String label, String tenant, URI url, URI infoUrl, List<String> addresses) {}

    /** Products, modules, sites, data sources, workflows and user groups included in go-live. */
    public record AcceptanceScope(
            List<String> products,
            List<String> modules,
            List<String> sites,
            List<String> dataSources,
            List<String> workflows,
            List<String> userGroups) {}

    /** How people sign in. */
    public enum SignIn implements Slugged {
        OIDC,
        SAML,
        FORM,
        PASSWORD
    }

    /** How test users get tokens of an OpenID Connect provider. */
    public enum TestUserGrant implements Slugged {
        PASSWORD
    }

    /**
     * How people sign in. What the way of signing in does not use is null.
     *
     * @param signIn single sign-on, the product's own login page, or its password login
     * @param issuer OpenID Connect issuer
     * @param client OpenID Connect client that validation asks for tokens as; null if tokens are not checked
     * @param audience that access tokens must be for; null if any will do
     * @param testUserGrant how test users get tokens; null if they sign in by HTTP Basic
     * @param rolesClaim JSON pointer to the roles in a test user's token; null if roles are not checked
     * @param metadataUrl SAML metadata of the identity provider
     * @param loginUrl password login (HTTP Basic against this address), or the page with the login form
     * @param form names of the fields of the login form
     * @param landing answers 2xx only to who signed in by the login form
     */
    public record Identity(
            SignIn signIn,
            URI issuer,
            Client client,
            String audience,
            TestUserGrant testUserGrant,
            String rolesClaim,
            URI metadataUrl,
            URI loginUrl,
            LoginForm form,
            URI landing) {

        /** @param secret name under which the server holds the client's secret */
        public record Client(String id, String secret) {}

        /** Names of the two fields that a person fills in. */
        public record LoginForm(String accountField, String secretField) {}
    }

    /** The representative test users of the source document. */
    public enum TestUserRole implements Slugged {
        ADMINISTRATOR,
        OPERATOR,
        VIEWER,
        INTEGRATION_OWNER,
        SUPPORT_USER
    }

    /**
     * A representative test user.
     *
     * @param account account in the customer's product
     * @param secret name under which the server holds the account's password; never the password
     * @param owner user id of the validator who answers for this test user
     * @param roles what the roles claim of the account's token must hold; empty if that is not checked
     * @param mayReach addresses that must answer 2xx for this account
     * @param mayNotReach addresses that must answer 401, 403 or 404 for this account
     */
    public record TestUser(
            TestUserRole role,
            String account,
            String secret,
            String owner,
            List<String> roles,
            List<URI> mayReach,
            List<URI> mayNotReach) {}

    /** Data that validation works on. */
    public record ValidationData(
            List<String> assets,
            List<String> documents,
            List<String> connectors,
            List<String> datasets,
            List<String> workOrders,
            List<String> aiWorkflows,
            List<String> simulationScenes) {}

    /** Kinds of integration of validation step 4. */
    public enum IntegrationKind implements Slugged {
        CONNECTOR,
        IMPORT,
        API_KEY,
        SCHEDULED_JOB
    }

    /**
     * An integration included in go-live.
     *
     * @param id unique in the plan; lower-case letters, digits and hyphens
     * @param url connector and API key: answers {@code expectStatus}; import and scheduled job: answers JSON with {@code lastSuccess};
     *     null for a connector that is a port or a database
     * @param tcp connector: host and port that accept a connection, as {@link HostAndPort} reads them; else null
     * @param database connector: database that answers a query; else null
     * @param expect what else the answer must be like; null for nothing else
     * @param secret name of a bearer token or API key, or of the password of the database's account, the server holds; null if none
     *     is needed
     * @param header API key: header that carries it; null for a bearer token
     * @param maxAge import and scheduled job: oldest acceptable last success; else null
     */
    public record Integration(
            String id,
            String name,
            IntegrationKind kind,
            URI url,
            String tcp,
            Database database,
            int expectStatus,
            Expectation expect,
            String secret,
            String header,
            Duration maxAge) {

        /** Where it is, for people. */
        public String place() {
            if (database != null) {
                return "database %s at %s:%d".formatted(database.name(), database.host(), database.port());
            }
            return url == null ? tcp : url.toString();
        }
    }

    /**
     * What an answer must be like beside its status.
     *
     * @param headers by name, what the value contains, whatever its case
     * @param json by JSON pointer, a {@code String}, {@code Boolean} or {@code BigDecimal} without trailing zeros
     * @param text what the body contains
     */
    public record Expectation(Map<String, String> headers, Map<String, Object> json, List<String> text) {

        /** How many things are expected; none of null. */
        public static int count(Expectation expect) {
            return expect == null ? 0 : expect.headers.size() + expect.json.size() + expect.text.size();
        }
    }

    /**
     * A PostgreSQL database that answers a query.
     *
     * @param query one statement that reads
     * @param comparator one of {@code < <= == >= >}; null if it is enough that there is an answer
     * @param threshold what the first value of the answer is compared to; null without comparator
     */
    public record Database(
            String host, int port, String name, String account, String query, String comparator, Double threshold) {}

    /**
     * A workflow that a test user goes through by requests.
     *
     * @param workflow one of the acceptance scope
     * @param cleanUp what removes again what the requests made
     */
    public record WorkflowCheck(
            String workflow, TestUserRole as, List<WorkflowRequest> requests, List<WorkflowRequest> cleanUp) {}

    /**
     * One request of a workflow. {@code {name}} stands for a value that an earlier one kept.
     *
     * @param method in capitals, as in HTTP
     * @param json JSON object to send; null for none
     * @param form fields to send; null for none
     * @param expect what else the answer must be like; null for nothing else
     * @param keep by name, a JSON pointer into the answer
     */
    public record WorkflowRequest(
            String name,
            String method,
            String url,
            Map<String, String> headers,
            JsonNode json,
            Map<String, String> form,
            int expectStatus,
            Expectation expect,
            Map<String, String> keep) {}

    /**
     * @param prometheus base address of a Prometheus-style API; null if there is none
     * @param queries PromQL expressions that must hold, each with a comparison and a threshold
     * @param targets jobs of the Prometheus whose targets must all be up
     * @param alertmanager null if there is none
     * @param healthUrls addresses that must answer 2xx
     */
    public record Monitoring(
            URI prometheus,
            List<Query> queries,
            List<String> targets,
            Alertmanager alertmanager,
            List<URI> healthUrls) {

        /** @param url base address of its API; @param receiver who is alerted, as its configuration names it */
        public record Alertmanager(URI url, String receiver) {}

        /** @param comparator one of {@code < <= == >= >} */
        public record Query(String name, String expression, String comparator, double threshold) {}
    }

    /**
     * @param rpo recovery point objective: the last backup is at most this old
     * @param rto recovery time objective
     * @param statusUrl answers JSON with {@code lastBackup} and {@code lastRestoreTest}; null if the plan states them
     * @param lastBackup as stated in the plan; null if asked from {@code statusUrl}
     * @param lastRestoreTest as stated in the plan; null if asked from {@code statusUrl}
     * @param restoreTestMaxAge oldest acceptable restore test
     */
    public record Backup(
            Duration rpo,
            Duration rto,
            URI statusUrl,
            Instant lastBackup,
            Instant lastRestoreTest,
            Duration restoreTestMaxAge) {}

    public record SupportContacts(
            Contact customerBusinessOwner,
            Contact customerItOwner,
            Contact vendorProjectContact,
            String escalationWindow) {

        public List<Contact> all() {
            return List.of(customerBusinessOwner, customerItOwner, vendorProjectContact);
        }
    }

    /** @param phone may be null */
    public record Contact(String name, String email, String phone) {}

    /**
     * @param start go-live time; @param end end of the window, exclusive
     * @param zone zone the customer reads times in
     * @param freezeStart start of the freeze period; @param freezeEnd its end
     */
    public record ReleaseWindow(
            Instant start,
            Instant end,
            ZoneId zone,
            Instant freezeStart,
            Instant freezeEnd,
            String rollbackExpectation,
            List<Communication> communicationPlan) {}

    public record Communication(String audience, String channel, String when, String message) {}

    public enum Severity implements Slugged {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** @param owner who follows it up, as written in the plan */
    public record KnownIssue(String id, String title, Severity severity, String workaround, String owner) {}

    /** What a criterion calls for when it is met. */
    public enum CriterionAction implements Slugged {
        PAUSE,
        ROLL_BACK
    }

    /**
     * A rollback or pause criterion.
     *
     * @param comparator one of {@code < <= == >= >}
     * @param lasting how long the comparison must hold; zero for at once
     */
    public record Criterion(
            String id,
            String metric,
            String comparator,
            double threshold,
            Duration lasting,
            CriterionAction action,
            Role decider) {}

    /** @param confirmIdentity whoever signs proves once more who they are, just before they sign */
    public record SignOffRules(boolean confirmIdentity) {}

    /**
     * @param length shortest length of the stabilization period
     * @param quiet how long no signal may have breached before the period can be closed
     * @param thresholds limits of each signal; a signal the plan leaves out has the defaults of the schema
     */
    public record Stabilization(Duration length, Duration quiet, Map<SignalKind, Thresholds> thresholds) {}

    /** @param watch a reading of at least this is watched; @param breach a reading of at least this is a breach */
    public record Thresholds(double watch, double breach) {}

    /** Days of the week, as plans write them. */
    public enum Weekday implements Slugged {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY;

        DayOfWeek day() {
            return DayOfWeek.valueOf(name());
        }
    }

    /**
     * When people are at work, in the zone of the release window; {@link WorkingTime} counts by it.
     *
     * @param days at least one; @param from begin of a working day; @param to its end, later than {@code from}
     * @param holidays codes of countries or regions, and single days, as {@link Holidays} reads them
     */
    public record WorkingHours(List<Weekday> days, LocalTime from, LocalTime to, List<String> holidays) {}

    /** The calendar that people work by. */
    public WorkingTime calendar() {
        return WorkingTime.of(workingTime, releaseWindow.zone());
    }

    public Optional<String> owner(Role role) {
        return Optional.ofNullable(owners.get(role));
    }

    /** User ids of the owners of the test users, without repeats. */
    public List<String> validators() {
        return testUsers.stream().map(TestUser::owner).distinct().toList();
    }
}
