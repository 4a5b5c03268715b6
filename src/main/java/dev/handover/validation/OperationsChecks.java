package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.checks.Comparison;
import dev.handover.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The automated checks of monitoring, backup and support contacts. */
final class OperationsChecks {

    static final String BACKUP = "backup";

    private OperationsChecks() {}

    static List<CheckRequest> of(Plan plan) {
        var requests = new ArrayList<CheckRequest>();
        queries(plan.monitoring()).forEach(requests::add);
        watchers(plan.monitoring(), requests);
        plan.monitoring()
                .healthUrls()
                .forEach(url -> requests.add(
                        new CheckRequest("health-" + url, "Health of " + url, new CheckTarget.Health(url))));
        requests.add(backup(plan.backup()));
        mailDomains(plan.supportContacts()).forEach(requests::add);
        return requests;
    }

    private static Stream<CheckRequest> queries(Plan.Monitoring monitoring) {
        return monitoring.queries().stream()
                .map(query -> new CheckRequest(
                        "query-" + query.name(),
                        "Monitoring: " + query.name(),
                        new CheckTarget.PrometheusQuery(
                                monitoring.prometheus(),
                                query.expression(),
                                Comparison.of(query.comparator()),
                                query.threshold())));
    }

    private static void watchers(Plan.Monitoring monitoring, List<CheckRequest> requests) {
        if (!monitoring.targets().isEmpty()) {
            requests.add(new CheckRequest(
                    "targets",
                    "Monitoring: all targets are up",
                    new CheckTarget.PrometheusTargets(monitoring.prometheus(), monitoring.targets())));
        }
        var alertmanager = monitoring.alertmanager();
        if (alertmanager != null) {
            requests.add(new CheckRequest(
                    "alertmanager",
                    "Alerts reach " + alertmanager.receiver(),
                    new CheckTarget.Alertmanager(alertmanager.url(), alertmanager.receiver())));
        }
    }

    private static CheckRequest backup(Plan.Backup backup) {
        return new CheckRequest(
                BACKUP,
                "Last backup and restore test",
                new CheckTarget.Backup(
                        backup.statusUrl(),
                        backup.lastBackup(),
                        backup.lastRestoreTest(),
                        backup.rpo(),
                        backup.restoreTestMaxAge()));
    }

    /** One for each domain, however many of the contacts have their address there. */
    private static Stream<CheckRequest> mailDomains(Plan.SupportContacts contacts) {
        return contacts.all().stream()
                .map(contact -> contact.email()
                        .substring(contact.email().lastIndexOf('@') + 1)
                        .toLowerCase(Locale.ROOT))
                .distinct()
                .map(domain -> new CheckRequest(
                        "mail-domain-" + domain, "Mail to " + domain, new CheckTarget.MailDomain(domain)));
    }
}
