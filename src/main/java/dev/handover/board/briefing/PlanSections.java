package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.board.briefing.Section.Table;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Severity;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was agreed in the plan, for those who judge by it. Secrets are in a plan by name only, and not even the names are shown. */
final class PlanSections {

    private PlanSections() {}

    /** What the plan says about a validation step. */
    static List<Section> of(Step step, Plan plan) {
        var sections = new ArrayList<Section>();
        var words = plan.confirmations().get(step);
        if (words != null) {
            sections.add(new Section.Prose("What no machine can check", words));
        }
        switch (step) {
            case ENVIRONMENT -> sections.add(environment(plan));
            case ACCESS -> sections.add(AccessSections.testUsers(plan));
            case WORKFLOWS -> {
                sections.add(new Section.Listing(
                        "Workflows in scope", plan.acceptanceScope().workflows(), "The plan names no workflow."));
                sections.add(validationData(plan.validationData()));
                if (!plan.workflowChecks().isEmpty()) {
                    sections.add(WorkflowSection.of(plan));
                }
            }
            case INTEGRATIONS -> sections.add(IntegrationSection.of(plan));
            case OPERATIONS -> {
                sections.add(monitoring(plan.monitoring()));
                sections.add(backup(plan.backup()));
                sections.add(contacts(plan.supportContacts()));
            }
            case KNOWN_ISSUES -> sections.add(knownIssues(plan));
            case ROLLBACK_CRITERIA -> sections.add(criteria(plan));
            case SIGN_OFF -> {
                // what is signed is shown by the sign-off itself
            }
        }
        return sections;
    }

    static Table environment(Plan plan) {
        var environment = plan.environment();
        return pairs(
                "The environment as agreed",
                List.of(
                        List.of(Value.of("Address for users"), anchor(environment.url())),
                        pair("Label", environment.label()),
                        pair("Tenant", environment.tenant()),
                        pair(
                                "IP addresses",
                                environment.addresses().isEmpty() ? "any" : listed(environment.addresses())),
                        pair("Sign-in", AccessSections.signIn(plan.identity()))));
    }

    /** What the customer gets, in the words of the source document. */
    static Table scope(Plan plan) {
        var scope = plan.acceptanceScope();
        return pairs(
                "Acceptance scope",
                Stream.of(
                                pair("Products", listed(scope.products())),
                                pair("Modules", listed(scope.modules())),
                                pair("Sites", listed(scope.sites())),
                                pair("Data sources", listed(scope.dataSources())),
                                pair("Workflows", listed(scope.workflows())),
                                pair("User groups", listed(scope.userGroups())),
                                pair(
                                        "Integrations",
                                        String.valueOf(plan.integrations().size())))
                        .toList());
    }

    private static Table validationData(Plan.ValidationData data) {
        return pairs(
                "Validation data",
                Stream.of(
                                pair("Assets", listed(data.assets())),
                                pair("Documents", listed(data.documents())),
                                pair("Connectors", listed(data.connectors())),
                                pair("Datasets", listed(data.datasets())),
                                pair("Work orders", listed(data.workOrders())),
                                pair("AI workflows", listed(data.aiWorkflows())),
                                pair("Simulation scenes", listed(data.simulationScenes())))
                        .toList());
    }

    private static Table monitoring(Plan.Monitoring monitoring) {
        var alertmanager = monitoring.alertmanager();
        return pairs(
                "Monitoring as agreed",
                List.of(
                        pair(
                                "Queries that must hold",
                                String.valueOf(monitoring.queries().size())),
                        pair("Jobs whose targets must be up", listed(monitoring.targets())),
                        pair(
                                "Alerts go to",
                                alertmanager == null
                                        ? "–"
                                        : "%s, by %s".formatted(alertmanager.receiver(), alertmanager.url())),
                        pair(
                                "Addresses that must answer",
                                String.valueOf(monitoring.healthUrls().size()))));
    }

    static Table backup(Plan.Backup backup) {
        return pairs(
                "Backup and recovery expectations",
                List.of(
                        pair("At most lost (RPO)", length(backup.rpo())),
                        pair("Back after (RTO)", length(backup.rto())),
                        pair("Oldest acceptable restore test", length(backup.restoreTestMaxAge())),
                        List.of(Value.of("Last backup stated"), Value.of(backup.lastBackup())),
                        List.of(Value.of("Last restore test stated"), Value.of(backup.lastRestoreTest()))));
    }

    static Table contacts(Plan.SupportContacts contacts) {
        return new Table(
                "Support contacts",
                "Escalation window: " + contacts.escalationWindow(),
                List.of("Contact", "Name", "E-mail", "Phone"),
                List.of(
                        contact("Customer business owner", contacts.customerBusinessOwner()),
                        contact("Customer IT owner", contacts.customerItOwner()),
                        contact("Vendor project contact", contacts.vendorProjectContact())),
                "");
    }

    private static List<Value> contact(String role, Plan.Contact contact) {
        return List.of(
                Value.of(role),
                Value.of(contact.name()),
                new Value.Anchor(contact.email(), "mailto:" + contact.email()),
                Value.of(contact.phone() == null ? "–" : contact.phone()));
    }

    static Table knownIssues(Plan plan) {
        var rows = plan.knownIssues().stream()
                .map(issue -> List.of(
                        Value.of("%s: %s".formatted(issue.id(), issue.title())),
                        severity(issue.severity()),
                        Value.of(issue.workaround()),
                        Value.of(issue.owner())))
                .toList();
        return new Table(
                "Known issues and workarounds",
                "",
                List.of("Issue", "Severity", "Workaround", "Followed up by"),
                rows,
                "The plan records no known issue.");
    }

    /** @param slug of {@link Severity} */
    static Value severity(String slug) {
        return severity(Slugged.of(Severity.class, slug));
    }

    private static Value severity(Severity severity) {
        var word = severity.slug();
        return severity.compareTo(Severity.HIGH) >= 0
                ? Value.bad(word)
                : severity == Severity.MEDIUM ? Value.warning(word) : Value.neutral(word);
    }

    static Table criteria(Plan plan) {
        var rows = plan.criteria().stream()
                .map(each -> List.of(
                        Value.of(each.metric()),
                        Value.of("%s %s%s"
                                .formatted(sign(each.comparator()), number(each.threshold()), lasting(each.lasting()))),
                        Value.of(each.action() == Plan.CriterionAction.PAUSE ? "pause" : "roll back"),
                        Value.of(each.decider().title())))
                .toList();
        return new Table(
                "Rollback and pause criteria",
                plan.releaseWindow().rollbackExpectation(),
                List.of("When", "Is", "Then", "Decided by"),
                rows,
                "The plan agrees on no criterion.");
    }

    static String sign(String comparator) {
        return switch (comparator) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            case "==" -> "=";
            default -> comparator;
        };
    }

    private static String lasting(Duration lasting) {
        return lasting.isZero() ? "" : " for " + Times.length(lasting);
    }

    static Table communication(Plan plan) {
        var rows = plan.releaseWindow().communicationPlan().stream()
                .map(each -> List.of(
                        Value.of(each.audience()),
                        Value.of(each.when()),
                        Value.of(each.channel()),
                        Value.of(each.message())))
                .toList();
        return new Table(
                "Who is told",
                "",
                List.of("Audience", "When", "How", "What"),
                rows,
                "The plan has no communication plan.");
    }

    /** Without a needless fraction: {@code 5}, {@code 0.02}. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static Table pairs(String title, List<List<Value>> rows) {
        return new Table(title, "", List.of("What", "Agreed"), rows, "");
    }

    private static List<Value> pair(String what, String agreed) {
        return List.of(Value.of(what), Value.of(agreed));
    }

    static Value anchor(URI address) {
        return address == null ? Value.of("–") : new Value.Anchor(address.toString(), address.toString());
    }

    private static String length(Duration duration) {
        return duration == null ? "–" : Times.length(duration);
    }

    static String listed(List<String> words) {
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    static String lines(List<URI> addresses, Plan plan) {
        return addresses.isEmpty()
                ? "–"
                : String.join(
                        "\n",
                        addresses.stream().map(address -> within(address, plan)).toList());
    }

    /** Only the path, for an address of the environment itself. */
    private static String within(URI address, Plan plan) {
        var environment = plan.environment().url();
        var same = environment.getScheme().equals(address.getScheme())
                && environment.getAuthority().equals(address.getAuthority());
        return same && !address.getRawPath().isEmpty() ? address.getRawPath() : address.toString();
    }

    static String words(String slug) {
        return slug.replace('-', ' ');
    }
}
