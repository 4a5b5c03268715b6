package dev.handover.closing;

import static dev.handover.closing.Duty.Area.BACKUP_AND_RECOVERY;
import static dev.handover.closing.Duty.Area.MONITORING;
import static dev.handover.closing.Duty.Area.RELEASE_MAINTENANCE;
import static dev.handover.closing.Duty.Area.SUPPORT;

import dev.handover.plan.Plan;
import dev.handover.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is done from now on, read from the plan: monitoring, backup and recovery, support and escalation, release maintenance.
 *
 * <p>The plan says what; who answers for it follows from the roles: the support owner watches, the environment owner keeps
 * backups and restores, the production owner changes releases.
 */
final class OperatingRhythm {

    private final Plan plan;
    private final Function<Role, String> holder;
    private final List<Duty> duties = new ArrayList<>();

    private OperatingRhythm(Plan plan, Function<Role, String> holder) {
        this.plan = plan;
        this.holder = holder;
    }

    /** @param holder user id of who holds a role; empty text if nobody does */
    static List<Duty> of(Plan plan, Function<Role, String> holder) {
        var rhythm = new OperatingRhythm(plan, holder);
        rhythm.monitoring();
        rhythm.backup();
        rhythm.support();
        rhythm.releases();
        return List.copyOf(rhythm.duties);
    }

    private void monitoring() {
        var monitoring = plan.monitoring();
        var who = responsible(Role.SUPPORT);
        if (monitoring.prometheus() != null) {
            monitoring
                    .queries()
                    .forEach(query -> add(
                            MONITORING,
                            "%s: %s %s %s"
                                    .formatted(
                                            query.name(),
                                            query.expression(),
                                            query.comparator(),
                                            Words.number(query.threshold())),
                            who));
            add(MONITORING, "Metrics are kept at %s".formatted(monitoring.prometheus()), who);
        }
        monitoring.targets().forEach(job -> add(MONITORING, "All targets of the job %s are up".formatted(job), who));
        if (monitoring.alertmanager() != null) {
            add(
                    MONITORING,
                    "Alerts go to %s, by %s"
                            .formatted(
                                    monitoring.alertmanager().receiver(),
                                    monitoring.alertmanager().url()),
                    who);
        }
        monitoring.healthUrls().forEach(url -> add(MONITORING, "%s answers".formatted(url), who));
    }

    private void backup() {
        var backup = plan.backup();
        var who = responsible(Role.ENVIRONMENT);
        add(BACKUP_AND_RECOVERY, "At most %s of data are lost (RPO)".formatted(Words.length(backup.rpo())), who);
        add(BACKUP_AND_RECOVERY, "Back in service within %s (RTO)".formatted(Words.length(backup.rto())), who);
        add(
                BACKUP_AND_RECOVERY,
                "A restore is tested at least every %s".formatted(Words.length(backup.restoreTestMaxAge())),
                who);
    }

    private void support() {
        var contacts = plan.supportContacts();
        contact("Customer business owner", contacts.customerBusinessOwner());
        contact("Customer IT owner", contacts.customerItOwner());
        contact("Vendor project contact", contacts.vendorProjectContact());
        add(
                SUPPORT,
                "Escalation window: %s".formatted(oneLine(contacts.escalationWindow())),
                responsible(Role.SUPPORT));
    }

    private void contact(String part, Plan.Contact contact) {
        var phone = contact.phone() == null || contact.phone().isBlank() ? "" : ", " + contact.phone();
        add(SUPPORT, "%s: %s%s".formatted(part, contact.email(), phone), contact.name());
    }

    private void releases() {
        var window = plan.releaseWindow();
        var who = responsible(Role.PRODUCTION);
        add(RELEASE_MAINTENANCE, "Rollback: %s".formatted(oneLine(window.rollbackExpectation())), who);
        window.communicationPlan()
                .forEach(each -> add(
                        RELEASE_MAINTENANCE,
                        "Communication to %s by %s, %s: %s"
                                .formatted(each.audience(), each.channel(), each.when(), oneLine(each.message())),
                        who));
    }

    private String responsible(Role role) {
        var user = holder.apply(role);
        return user.isEmpty() ? role.title() : "%s: %s".formatted(role.title(), user);
    }

    private void add(Duty.Area area, String text, String responsible) {
        duties.add(new Duty(area, text, responsible));
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
