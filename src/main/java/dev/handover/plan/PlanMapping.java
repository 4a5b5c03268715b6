package dev.handover.plan;

import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a {@link Plan} of a document without mistakes.
 *
 * @param time resolves the times of the document
 */
record PlanMapping(Function<Part, Optional<Instant>> time) {

    private static final String INFO_PATH = "/api/environment";
    private static final Duration DEFAULT_QUIET = Duration.ofDays(1);

    Plan plan(Part plan) {
        return new Plan(
                text(plan, "title"),
                customer(plan.field("customer")),
                environment(plan.field("environment")),
                owners(plan.field("owners")),
                scope(plan.field("acceptanceScope")),
                IdentityMapping.identity(plan.field("identity")),
                list(plan.field("testUsers"), IdentityMapping::testUser),
                validationData(plan.field("validationData")),
                confirmations(plan.field("confirmations")),
                list(plan.field("integrations"), PlanMapping::integration),
                list(plan.field("workflowChecks"), RequestMapping::workflowCheck),
                monitoring(plan.field("monitoring")),
                backup(plan.field("backup")),
                contacts(plan.field("supportContacts")),
                window(plan.field("releaseWindow")),
                list(plan.field("knownIssues"), PlanMapping::issue),
                list(plan.field("criteria"), PlanMapping::criterion),
                new Plan.SignOffRules(
                        plan.field("signOff").field("confirmIdentity").isTrue()),
                stabilization(plan.field("stabilization")),
                TimeMapping.workingHours(plan.field("workingTime")),
                TimeMapping.shelfLife(plan.field("shelfLife")));
    }

    private static Plan.Customer customer(Part customer) {
        return new Plan.Customer(text(customer, "id"), text(customer, "name"));
    }

    private static Plan.Environment environment(Part environment) {
        URI url = address(environment, "url");
        URI infoUrl = environment.field("infoUrl").address().orElseGet(() -> withPath(url, INFO_PATH));
        return new Plan.Environment(
                text(environment, "label"), text(environment, "tenant"), url, infoUrl, texts(environment, "addresses"));
    }

    private static URI withPath(URI url, String path) {
        String base = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        return url.resolve(base + path);
    }

    private static Map<Role, String> owners(Part owners) {
        Map<Role, String> people = new EnumMap<>(Role.class);
        OwnerWords.all().forEach((word, role) -> owners.field(word).text().ifPresent(id -> people.put(role, id)));
        return Collections.unmodifiableMap(people);
    }

    private static Plan.AcceptanceScope scope(Part scope) {
        return new Plan.AcceptanceScope(
                texts(scope, "products"),
                texts(scope, "modules"),
                texts(scope, "sites"),
                texts(scope, "dataSources"),
                texts(scope, "workflows"),
                texts(scope, "userGroups"));
    }

    private static Plan.ValidationData validationData(Part data) {
        return new Plan.ValidationData(
                texts(data, "assets"),
                texts(data, "documents"),
                texts(data, "connectors"),
                texts(data, "datasets"),
                texts(data, "workOrders"),
                texts(data, "aiWorkflows"),
                texts(data, "simulationScenes"));
    }

    private static Map<Step, String> confirmations(Part confirmations) {
        Map<Step, String> texts = new EnumMap<>(Step.class);
        Step.validated()
                .forEach(step -> confirmations.field(step.slug()).text().ifPresent(text -> texts.put(step, text)));
        return Collections.unmodifiableMap(texts);
    }

    private static Plan.Integration integration(Part integration) {
        return new Plan.Integration(
                text(integration, "id"),
                text(integration, "name"),
                word(Plan.IntegrationKind.class, integration, "kind"),
                integration.field("url").address().orElse(null),
                integration.field("tcp").text().orElse(null),
                integration.field("database").isPresent() ? database(integration.field("database")) : null,
                (int) number(integration, "expectStatus"),
                RequestMapping.expectation(integration.field("expect")),
                integration.field("secret").text().orElse(null),
                integration.field("header").text().orElse(null),
                integration.field("maxAge").length().orElse(null));
    }

    private static Plan.Database database(Part database) {
        var threshold = database.field("threshold").number();
        return new Plan.Database(
                text(database, "host"),
                (int) number(database, "port"),
                text(database, "name"),
                text(database, "account"),
                text(database, "query"),
                database.field("comparator").text().orElse(null),
                threshold.isPresent() ? threshold.getAsDouble() : null);
    }

    private static Plan.Monitoring monitoring(Part monitoring) {
        return new Plan.Monitoring(
                monitoring.field("prometheus").address().orElse(null),
                list(
                        monitoring.field("queries"),
                        query -> new Plan.Monitoring.Query(
                                text(query, "name"),
                                text(query, "expression"),
                                text(query, "comparator"),
                                number(query, "threshold"))),
                texts(monitoring, "targets"),
                alertmanager(monitoring.field("alertmanager")),
                monitoring.field("healthUrls").addresses());
    }

    private static Plan.Monitoring.Alertmanager alertmanager(Part alertmanager) {
        return alertmanager.isPresent()
                ? new Plan.Monitoring.Alertmanager(address(alertmanager, "url"), text(alertmanager, "receiver"))
                : null;
    }

    private Plan.Backup backup(Part backup) {
        return new Plan.Backup(
                length(backup, "rpo"),
                length(backup, "rto"),
                backup.field("statusUrl").address().orElse(null),
                time.apply(backup.field("lastBackup")).orElse(null),
                time.apply(backup.field("lastRestoreTest")).orElse(null),
                length(backup, "restoreTestMaxAge"));
    }

    private static Plan.SupportContacts contacts(Part contacts) {
        return new Plan.SupportContacts(
                contact(contacts.field("customerBusinessOwner")),
                contact(contacts.field("customerItOwner")),
                contact(contacts.field("vendorProjectContact")),
                text(contacts, "escalationWindow"));
    }

    private static Plan.Contact contact(Part contact) {
        return new Plan.Contact(
                text(contact, "name"),
                text(contact, "email"),
                contact.field("phone").text().orElse(null));
    }

    private Plan.ReleaseWindow window(Part window) {
        return new Plan.ReleaseWindow(
                instant(window, "start"),
                instant(window, "end"),
                window.field("zone").zone().orElseThrow(),
                instant(window, "freezeStart"),
                instant(window, "freezeEnd"),
                text(window, "rollbackExpectation"),
                list(
                        window.field("communicationPlan"),
                        each -> new Plan.Communication(
                                text(each, "audience"),
                                text(each, "channel"),
                                text(each, "when"),
                                text(each, "message"))));
    }

    private static Plan.KnownIssue issue(Part issue) {
        return new Plan.KnownIssue(
                text(issue, "id"),
                text(issue, "title"),
                word(Plan.Severity.class, issue, "severity"),
                text(issue, "workaround"),
                text(issue, "owner"));
    }

    private static Plan.Criterion criterion(Part criterion) {
        return new Plan.Criterion(
                text(criterion, "id"),
                text(criterion, "metric"),
                text(criterion, "comparator"),
                number(criterion, "threshold"),
                length(criterion, "lasting"),
                word(Plan.CriterionAction.class, criterion, "action"),
                OwnerWords.role(text(criterion, "decider")).orElseThrow());
    }

    private static Plan.Stabilization stabilization(Part stabilization) {
        Duration length = length(stabilization, "length");
        Duration shortQuiet = length.compareTo(DEFAULT_QUIET) < 0 ? length : DEFAULT_QUIET;
        Map<SignalKind, Plan.Thresholds> thresholds = new EnumMap<>(SignalKind.class);
        for (SignalKind signal : SignalKind.values()) {
            Part limits = stabilization.field("thresholds").field(signal.slug());
            thresholds.put(signal, new Plan.Thresholds(number(limits, "watch"), number(limits, "breach")));
        }
        return new Plan.Stabilization(
                length,
                stabilization.field("quiet").length().orElse(shortQuiet),
                Collections.unmodifiableMap(thresholds));
    }

    static <T> List<T> list(Part list, Function<Part, T> item) {
        return list.items().stream().map(item).toList();
    }

    static List<String> texts(Part part, String name) {
        return part.field(name).texts();
    }

    static String text(Part part, String name) {
        return part.field(name).text().orElseThrow();
    }

    static <E extends Enum<E> & Slugged> E word(Class<E> type, Part part, String name) {
        return Slugged.of(type, text(part, name));
    }

    private static URI address(Part part, String name) {
        return part.field(name).address().orElseThrow();
    }

    private static Duration length(Part part, String name) {
        return part.field(name).length().orElseThrow();
    }

    static double number(Part part, String name) {
        return part.field(name).number().orElseThrow();
    }

    private Instant instant(Part part, String name) {
        return time.apply(part.field(name)).orElseThrow();
    }
}
