package dev.handover.closing.report;

import dev.handover.closing.Words;
import dev.handover.closing.report.Chapter.Fact;
import dev.handover.closing.report.Chapter.Head;
import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.Plan;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The plan in force: what goes live, who tried it on which data, and what was agreed for the window. */
@Component
@Order(1)
class ScopeChapter implements ChapterWriter {

    private final GoLiveRegister register;

    ScopeChapter(GoLiveRegister register) {
        this.register = register;
    }

    @Override
    public Chapter write(Subject subject) {
        var plan = subject.plan();
        var chapter = Chapter.titled("scope", "What goes live")
                .lead("The plan in force, version %d. Earlier versions are listed at the end of this chapter."
                        .formatted(subject.goLive().planVersion()));
        environment(chapter, plan);
        scope(chapter, plan);
        testUsers(chapter, plan);
        integrations(chapter, plan);
        workflowChecks(chapter, plan);
        window(chapter, subject);
        versions(chapter, subject);
        return chapter.write();
    }

    private static void environment(Chapter.Writer chapter, Plan plan) {
        var environment = plan.environment();
        chapter.heading("Environment")
                .facts(
                        new Fact(
                                "Customer",
                                Cell.of("%s (%s)"
                                        .formatted(
                                                plan.customer().name(),
                                                plan.customer().id()))),
                        new Fact("Label", Cell.strong(environment.label())),
                        new Fact("Tenant", Cell.of(environment.tenant())),
                        new Fact("Address", Cell.of(environment.url().toString())),
                        new Fact("Login", Cell.of(login(plan.identity()))));
    }

    private static String login(Plan.Identity identity) {
        return switch (identity.signIn()) {
            case OIDC -> "Single sign-on (OpenID Connect), issuer %s".formatted(identity.issuer());
            case SAML -> "Single sign-on (SAML 2.0), metadata at %s".formatted(identity.metadataUrl());
            case FORM -> "Login page at %s".formatted(identity.loginUrl());
            case PASSWORD -> "Password login at %s".formatted(identity.loginUrl());
        };
    }

    private static void scope(Chapter.Writer chapter, Plan plan) {
        var scope = plan.acceptanceScope();
        var data = plan.validationData();
        chapter.heading("Acceptance scope")
                .facts(
                        list("Products", scope.products()),
                        list("Modules", scope.modules()),
                        list("Sites", scope.sites()),
                        list("Data sources", scope.dataSources()),
                        list("Workflows", scope.workflows()),
                        list("User groups", scope.userGroups()))
                .heading("Validation data")
                .facts(
                        list("Assets", data.assets()),
                        list("Documents", data.documents()),
                        list("Connectors", data.connectors()),
                        list("Datasets", data.datasets()),
                        list("Work orders", data.workOrders()),
                        list("AI workflows", data.aiWorkflows()),
                        list("Simulation scenes", data.simulationScenes()));
    }

    private static void testUsers(Chapter.Writer chapter, Plan plan) {
        chapter.heading("Representative test users")
                .table(
                        "",
                        List.of(Head.of("Test user", 20), Head.of("May reach", 40), Head.of("Must be refused", 40)),
                        plan.testUsers().stream()
                                .map(user -> List.of(
                                        Cell.strong(Slugs.words(user.role())).with(account(user)),
                                        addresses(user.mayReach()),
                                        addresses(user.mayNotReach())))
                                .toList(),
                        "The plan names no test user.");
    }

    private static String account(Plan.TestUser user) {
        var account = "account " + user.account();
        return user.roles().isEmpty() ? account : "%s, roles %s".formatted(account, String.join(", ", user.roles()));
    }

    private static void integrations(Chapter.Writer chapter, Plan plan) {
        chapter.heading("Integrations")
                .table(
                        "",
                        List.of(
                                Head.of("Integration", 30),
                                Head.of("Kind", 15),
                                Head.of("Address", 30),
                                Head.of("Expected", 25)),
                        plan.integrations().stream()
                                .map(each -> List.of(
                                        Cell.strong(each.name()).with(each.id()),
                                        Cell.of(Slugs.words(each.kind())),
                                        Cell.of(each.place()),
                                        Cell.of(expected(each))))
                                .toList(),
                        "No integration is part of this go-live.");
    }

    private static String expected(Plan.Integration integration) {
        if (integration.database() != null) {
            var database = integration.database();
            return database.comparator() == null
                    ? "answers: " + database.query()
                    : "%s %s %s".formatted(database.query(), database.comparator(), Words.number(database.threshold()));
        }
        if (integration.tcp() != null) {
            return "accepts a connection";
        }
        return integration.maxAge() == null
                ? "answers %d%s".formatted(integration.expectStatus(), more(integration))
                : "last success at most %s ago".formatted(Words.length(integration.maxAge()));
    }

    private static String more(Plan.Integration integration) {
        int count = Plan.Expectation.count(integration.expect());
        return count == 0 ? "" : ", and %d expectation(s) of the answer hold".formatted(count);
    }

    private static void workflowChecks(Chapter.Writer chapter, Plan plan) {
        if (plan.workflowChecks().isEmpty()) {
            return;
        }
        chapter.heading("Scripted workflows")
                .table(
                        "",
                        List.of(Head.of("Workflow", 30), Head.of("As", 15), Head.of("Requests", 55)),
                        plan.workflowChecks().stream()
                                .map(each -> List.of(
                                        Cell.strong(each.workflow()),
                                        Cell.of(Slugs.words(each.as())),
                                        Cell.of(requests(each))))
                                .toList(),
                        "");
    }

    private static String requests(Plan.WorkflowCheck check) {
        return Stream.concat(check.requests().stream(), check.cleanUp().stream())
                .map(request -> "%s (%s)".formatted(request.name(), request.method()))
                .collect(Collectors.joining(", "));
    }

    private static void window(Chapter.Writer chapter, Subject subject) {
        var window = subject.plan().releaseWindow();
        chapter.heading("Release window as planned")
                .facts(
                        new Fact("Go-live", Cell.of(subject.times().span(window.start(), window.end()))),
                        new Fact("Freeze", Cell.of(freeze(subject, window))),
                        new Fact("Rollback expectation", Cell.of(window.rollbackExpectation())))
                .table(
                        "Rollback and pause criteria",
                        List.of(
                                Head.of("Criterion", 15),
                                Head.of("Condition", 40),
                                Head.of("Lasting", 15),
                                Head.of("Action", 10),
                                Head.of("Decided by", 20)),
                        subject.plan().criteria().stream()
                                .map(ScopeChapter::criterion)
                                .toList(),
                        "The plan names no criterion.")
                .table(
                        "Communication plan",
                        List.of(
                                Head.of("Audience", 20),
                                Head.of("By", 15),
                                Head.of("When", 20),
                                Head.of("Message", 45)),
                        window.communicationPlan().stream()
                                .map(each -> List.of(
                                        Cell.of(each.audience()),
                                        Cell.of(each.channel()),
                                        Cell.of(each.when()),
                                        Cell.of(each.message())))
                                .toList(),
                        "The plan names no communication.");
    }

    private static String freeze(Subject subject, Plan.ReleaseWindow window) {
        return window.freezeStart() == null || window.freezeEnd() == null
                ? null
                : subject.times().span(window.freezeStart(), window.freezeEnd());
    }

    private static List<Cell> criterion(Plan.Criterion criterion) {
        return List.of(
                Cell.strong(criterion.id()),
                Cell.of("%s %s %s"
                        .formatted(criterion.metric(), criterion.comparator(), Words.number(criterion.threshold()))),
                Cell.of(criterion.lasting().isZero() ? "at once" : Words.length(criterion.lasting())),
                Cell.of(Slugs.words(criterion.action())),
                Cell.of(criterion.decider().title()));
    }

    private void versions(Chapter.Writer chapter, Subject subject) {
        chapter.heading("Versions of the plan")
                .table(
                        "",
                        List.of(
                                Head.of("Version", 10),
                                Head.of("Submitted", 40),
                                Head.of("SHA-256 of the document", 50)),
                        register.planHistory(subject.key()).stream()
                                .map(version -> List.of(
                                        Cell.of(version.version()),
                                        subject.act(version.submittedBy(), version.submittedAt()),
                                        Cell.of(version.sha256()).in(Cell.Form.DIGEST)))
                                .toList(),
                        "");
    }

    private static Fact list(String label, List<String> values) {
        return new Fact(label, Cell.of(String.join("\n", values)));
    }

    private static Cell addresses(List<URI> addresses) {
        return Cell.of(String.join("\n", addresses.stream().map(URI::toString).toList()));
    }
}
