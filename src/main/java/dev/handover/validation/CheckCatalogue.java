package dev.handover.validation;

import dev.handover.checks.Assertions;
import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.checks.Comparison;
import dev.handover.plan.HostAndPort;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Integration;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which automated checks a plan asks for, step by step. Ids are stable, so that a recheck finds what ran before. */
@Component
class CheckCatalogue {

    /** A certificate that runs out within the stabilization period would be the customer's first incident. */
    private static final int CERTIFICATE_DAYS = 14;

    List<CheckRequest> requests(Step step, Plan plan) {
        return switch (step) {
            case ENVIRONMENT -> environment(plan);
            case ACCESS -> AccessChecks.of(plan);
            case INTEGRATIONS ->
                plan.integrations().stream().map(CheckCatalogue::integration).toList();
            case OPERATIONS -> OperationsChecks.of(plan);
            case WORKFLOWS -> WorkflowChecks.of(plan);
            case KNOWN_ISSUES, ROLLBACK_CRITERIA, SIGN_OFF -> List.of();
        };
    }

    /** The kind of evidence that a check's observation is. */
    EvidenceKind kindOf(Step step, String checkId) {
        return step == Step.OPERATIONS && !checkId.equals(OperationsChecks.BACKUP)
                ? EvidenceKind.SUPPORT_HANDOFF
                : step.evidence().get(0);
    }

    private static List<CheckRequest> environment(Plan plan) {
        var environment = plan.environment();
        var requests = new ArrayList<>(List.of(
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
                        new CheckTarget.Tls(environment.url(), CERTIFICATE_DAYS))));
        names(environment).ifPresent(requests::add);
        return requests;
    }

    /** An address that holds no name needs no look-up. */
    private static Optional<CheckRequest> names(Plan.Environment environment) {
        var host = environment.url().getHost();
        return host.startsWith("[") || host.matches("[0-9.]+")
                ? Optional.empty()
                : Optional.of(new CheckRequest(
                        "dns", "Name of the production URL", new CheckTarget.Dns(host, environment.addresses())));
    }

    private static CheckRequest integration(Integration integration) {
        var target = switch (integration.kind()) {
            case CONNECTOR -> integration.url() == null ? network(integration) : http(integration);
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

    private static CheckTarget http(Integration integration) {
        return new CheckTarget.HttpConnector(integration.url(), assertions(integration), integration.secret());
    }

    private static Assertions assertions(Integration integration) {
        return WorkflowChecks.assertions(integration.expectStatus(), integration.expect());
    }

    /** A connector that is no address but a port or a database. */
    private static CheckTarget network(Integration integration) {
        var database = integration.database();
        if (database == null) {
            var tcp = HostAndPort.of(integration.tcp());
            return new CheckTarget.Tcp(tcp.host(), tcp.port());
        }
        return new CheckTarget.Database(
                database.host(),
                database.port(),
                database.name(),
                database.account(),
                integration.secret(),
                database.query(),
                database.comparator() == null ? null : Comparison.of(database.comparator()),
                database.threshold());
    }
}
