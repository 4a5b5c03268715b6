package dev.handover.development.customer;

import dev.handover.shared.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the sample customer environment that can be broken by itself. Which one is found by which check of the product is
 * said here once, by the names of {@code CheckCatalogue}; the page of switches shows these words.
 */
public enum Part {
    ENVIRONMENT_LABEL(
            Step.ENVIRONMENT,
            "Environment label",
            "/api/environment says label \u201cproduction\u201d.",
            "/api/environment says label \u201cstaging\u201d.",
            "\u201cProduction URL answers, tenant and label are right\u201d"),
    TENANT(
            Step.ENVIRONMENT,
            "Tenant",
            "/api/environment says tenant \u201caurora-prod\u201d.",
            "/api/environment says tenant \u201caurora-test\u201d.",
            "\u201cProduction URL answers, tenant and label are right\u201d"),
    /** No check fails over another version: it is found by comparing with what was validated. */
    VERSION(
            Step.ENVIRONMENT,
            "Version",
            "/api/environment says version \u201c4.2.1\u201d.",
            "Another version is deployed: /api/environment says \u201c4.2.2\u201d.",
            "none; the gate \u201cEnvironment unchanged since validation\u201d names the version"),
    SIGN_IN(
            Step.ACCESS,
            "Password login",
            "The product takes the right password.",
            "No password is taken: not under /api (401), not on the login page, not for a token.",
            "\u201cAccess of \u2026\u201d for every test user, and how each signs in: \u201cToken of \u2026\u201d, \u201cLogin page for \u2026\u201d or \u201cPassword login of \u2026\u201d; \u201cWorkflow: \u2026\u201d"),
    ROLES(
            Step.ACCESS,
            "Role separation",
            "The viewer is refused at /api/admin/users with 403.",
            "The viewer reaches /api/admin/users.",
            "\u201cAccess of the viewer\u201d"),
    OPERATOR_WORK_ORDERS(
            Step.ACCESS,
            "Operator\u2019s permission",
            "The operator reaches /api/work-orders.",
            "The operator can sign in, and is refused at /api/work-orders with 403.",
            "\u201cAccess of the operator\u201d and \u201cWorkflow: \u2026\u201d"),
    OIDC(
            Step.ACCESS,
            "Single sign-on, discovery",
            "The OpenID Connect discovery document is answered.",
            "The discovery document answers 503.",
            "\u201cSingle sign-on provider\u201d and, where the plan names a client, every token and whatever is reached with it"),
    /** Still a good provider for its check, and yet another one than was validated. */
    IDENTITY_PROVIDER(
            Step.ACCESS,
            "Single sign-on, address",
            "People sign in at /oidc/authorize.",
            "The discovery document sends people to /oidc/v2/authorize.",
            "none; the gate \u201cEnvironment unchanged since validation\u201d names the endpoint"),
    JWKS(
            Step.ACCESS,
            "Single sign-on, signing keys",
            "/oidc/jwks publishes the RSA key that signs the tokens.",
            "/oidc/jwks publishes an empty key set.",
            "\u201cSingle sign-on provider\u201d and, where the plan names a client, every token: nobody can verify it"),
    OIDC_CLIENT(
            Step.ACCESS,
            "Single sign-on, client",
            "/oidc/token knows the client \u201chandover-checks\u201d.",
            "The client is refused with 401 (invalid_client), as after a change of its secret nobody was told of.",
            "\u201cToken for the client \u2026\u201d, and every token that test users get through it"),
    TOKEN_ROLES(
            Step.ACCESS,
            "Single sign-on, roles",
            "Tokens hold the role of the account.",
            "The operator\u2019s token holds the role \u201cviewer\u201d.",
            "\u201cToken of the operator\u201d, in plans that state the roles"),
    SAML_CERTIFICATE(
            Step.ACCESS,
            "Single sign-on, SAML certificate",
            "/saml/metadata holds a signing certificate for ten years.",
            "The signing certificate expired a month ago.",
            "\u201cSingle sign-on provider (SAML)\u201d, in the large plan"),
    LOGIN_FORM(
            Step.ACCESS,
            "Login page",
            "The form of /login lets in who has the right password.",
            "The form comes back for every password, as when its session is lost.",
            "\u201cLogin page for \u2026\u201d, \u201cAccess of \u2026\u201d and \u201cWorkflow: \u2026\u201d, in the medium plan"),
    WORK_ORDER_RELEASE(
            Step.WORKFLOWS,
            "Release of work orders",
            "A work order is released by POST to /api/work-orders/{id}/release.",
            "Every release is refused with 409, while orders can still be created and deleted.",
            "\u201cWorkflow: \u2026\u201d for every workflow that releases a work order"),
    WORK_ORDER_DELETION(
            Step.WORKFLOWS,
            "Deletion of work orders",
            "DELETE of /api/work-orders/{id} removes the work order.",
            "Every deletion is refused with 403, so that what a check created stays behind.",
            "\u201cWorkflow: \u2026\u201d for every workflow that cleans up"),
    CONNECTORS(
            Step.INTEGRATIONS,
            "All connectors",
            "/connectors/{id} says \u201cconnected\u201d.",
            "Every connector answers 503 and says \u201cdisconnected\u201d.",
            "every connector, by its name in the plan"),
    API_KEYS(
            Step.INTEGRATIONS,
            "API keys",
            "/api-keys/{id} takes the token \u201c{id}-token\u201d.",
            "Every token is refused with 401, as after a rotation nobody was told of.",
            "every API key, by its name in the plan"),
    JOBS(
            Step.INTEGRATIONS,
            "Imports and scheduled jobs",
            "/jobs/{id} says the last success was ten minutes ago.",
            "The last success of every import and job was 60 days ago.",
            "every import and scheduled job, by its name in the plan"),
    MONITORING(
            Step.OPERATIONS,
            "Monitoring",
            "The Prometheus API answers.",
            "Everything under /prometheus answers 503.",
            "\u201cMonitoring: \u2026\u201d for every query"),
    ERROR_RATE(
            Step.OPERATIONS,
            "Error rate",
            "http_error_rate is 0.002.",
            "http_error_rate is 0.18.",
            "\u201cMonitoring: \u2026\u201d for the query that limits the error rate"),
    HEALTH(
            Step.OPERATIONS,
            "Health",
            "/health answers 200 and says \u201cUP\u201d.",
            "/health answers 503 and says \u201cDOWN\u201d.",
            "\u201cHealth of \u2026/health\u201d"),
    TARGET(
            Step.OPERATIONS,
            "Scraped target",
            "The target of the job aurora is up.",
            "The target of the job aurora is down; its address refuses connections.",
            "\u201cMonitoring: all targets are up\u201d, in plans with targets"),
    ALERT(
            Step.OPERATIONS,
            "Critical alert",
            "The Alertmanager has one silenced alert.",
            "The Alertmanager has a critical alert that fires.",
            "\u201cAlerts reach \u2026\u201d, in plans with an Alertmanager"),
    MAIL_DOMAIN(
            Step.OPERATIONS,
            "Mail domain",
            "handover.example has a mail server.",
            "handover.example has neither a mail server nor an address.",
            "\u201cMail to handover.example\u201d"),
    BACKUP(
            Step.OPERATIONS,
            "Backup",
            "/backup says the last backup was 30 minutes ago.",
            "The last backup was 30 days ago.",
            "\u201cLast backup and restore test\u201d"),
    RESTORE_TEST(
            Step.OPERATIONS,
            "Restore test",
            "/backup says the last restore test was twelve days ago.",
            "The last restore test was 500 days ago.",
            "\u201cLast backup and restore test\u201d"),
    /** Of no step, since it touches the checks of all. */
    SLOW(
            null,
            "Speed",
            "Everything is answered at once.",
            "Everything but this page is answered after 20 seconds, and then as usual.",
            "every check whose deadline is shorter");

    private final Step step;
    private final String title;
    private final String whenWorking;
    private final String whenBroken;
    private final String fails;

    Part(Step step, String title, String whenWorking, String whenBroken, String fails) {
        this.step = step;
        this.title = title;
        this.whenWorking = whenWorking;
        this.whenBroken = whenBroken;
        this.fails = fails;
    }

    /** The part whose switch has that name. */
    public static Optional<Part> of(String name) {
        return Arrays.stream(values())
                .filter(part -> part.switchName().equals(name))
                .findFirst();
    }

    /** The name in addresses, for example {@code environment-label}. */
    public String switchName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The validation step whose checks look at this part; empty if it is of all steps. */
    Optional<Step> step() {
        return Optional.ofNullable(step);
    }

    String title() {
        return title;
    }

    String whenWorking() {
        return whenWorking;
    }

    String whenBroken() {
        return whenBroken;
    }

    /** Which check of the step fails while this is broken. */
    String fails() {
        return fails;
    }
}
