package dev.handover.validation;

import dev.handover.checks.Assertions;
import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.checks.Comparison;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Integration;
import dev.handover.plan.Plan.SignIn;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which automated checks a plan asks for, step by step. Ids are stable, so that a recheck finds what ran before. */
@Component
class CheckCatalogue {

    /** A certificate that runs out within the stabilization period would be the customer's first incident. */
    private static final int CERTIFICATE_DAYS = 14;

    private static final String BACKUP = "backup";

    List<CheckRequest> requests(Step step, Plan plan) {
        return switch (step) {
            case ENVIRONMENT -> environment(plan);
            case ACCESS -> access(plan);
            case INTEGRATIONS ->
                plan.integrations().stream().map(CheckCatalogue::integration).toList();
            case OPERATIONS -> operations(plan);
            case WORKFLOWS -> WorkflowChecks.of(plan);
            case KNOWN_ISSUES, ROLLBACK_CRITERIA, SIGN_OFF -> List.of();
        };
    }

    /** The kind of evidence that a check's observation is. */
    EvidenceKind kindOf(Step step, String checkId) {
        return step == Step.OPERATIONS && !checkId.equals(BACKUP)
                ? EvidenceKind.SUPPORT_HANDOFF
                : step.evidence().get(0);
    }

    private static List<CheckRequest> environment(Plan plan) {
        var environment = plan.environment();
        return List.of(
                new CheckRequest(
                        "environment",
                        "Production URL answers, tenant and label are right",
                        new CheckTarget.Environment(
                                environment.url(),
                                environment.infoUrl(),
                                environment.label(),
                                environment.tenant(),
                                null)),
                new CheckRequest(
                        "tls",
                        "Certificate of the production URL",
                        new CheckTarget.Tls(environment.url(), CERTIFICATE_DAYS)));
    }

    private static List<CheckRequest> access(Plan plan) {
        var requests = new ArrayList<CheckRequest>();
        var identity = plan.identity();
        if (identity.signIn() == SignIn.OIDC) {
            requests.add(new CheckRequest("oidc", "Single sign-on provider", new CheckTarget.Oidc(identity.issuer())));
        }
        for (var user : plan.testUsers()) {
            if (identity.signIn() == SignIn.PASSWORD) {
                requests.add(new CheckRequest(
                        "sign-in-" + user.role().slug(),
                        "Password login of the %s".formatted(words(user.role())),
                        new CheckTarget.PasswordSignIn(identity.loginUrl(), user.account(), user.secret())));
            }
            requests.add(new CheckRequest(
                    "role-" + user.role().slug(),
                    "Access of the %s".formatted(words(user.role())),
                    new CheckTarget.RoleAccess(user.account(), user.secret(), user.mayReach(), user.mayNotReach())));
        }
        return requests;
    }

    private static CheckRequest integration(Integration integration) {
        var target = switch (integration.kind()) {
            case CONNECTOR ->
                new CheckTarget.HttpConnector(integration.url(), assertions(integration), integration.secret());
            // without a key to try, what is asked is how the address answers without one
            case API_KEY ->
                integration.secret() == null
                        ? new CheckTarget.HttpConnector(integration.url(), assertions(integration), null)
                        : new CheckTarget.ApiKey(
                                integration.url(), assertions(integration), integration.secret(), integration.header());
            case IMPORT, SCHEDULED_JOB ->
                new CheckTarget.Freshness(integration.url(), integration.maxAge(), integration.secret());
        };
        return new CheckRequest("integration-" + integration.id(), integration.name(), target);
    }

    private static Assertions assertions(Integration integration) {
        return WorkflowChecks.assertions(integration.expectStatus(), integration.expect());
    }

    private static List<CheckRequest> operations(Plan plan) {
        var requests = new ArrayList<CheckRequest>();
        var monitoring = plan.monitoring();
        monitoring
                .queries()
                .forEach(query -> requests.add(new CheckRequest(
                        "query-" + query.name(),
                        "Monitoring: " + query.name(),
                        new CheckTarget.PrometheusQuery(
                                monitoring.prometheus(),
                                query.expression(),
                                Comparison.of(query.comparator()),
                                query.threshold()))));
        monitoring
                .healthUrls()
                .forEach(url -> requests.add(
                        new CheckRequest("health-" + url, "Health of " + url, new CheckTarget.Health(url))));
        var backup = plan.backup();
        requests.add(new CheckRequest(
                BACKUP,
                "Last backup and restore test",
                new CheckTarget.Backup(
                        backup.statusUrl(),
                        backup.lastBackup(),
                        backup.lastRestoreTest(),
                        backup.rpo(),
                        backup.restoreTestMaxAge())));
        return requests;
    }

    private static String words(Slugged word) {
        return word.slug().replace('-', ' ');
    }
}
