package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.board.briefing.Section.Table;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Integration;
import java.util.List;

/** What is connected to the product, and what must hold for it, for who confirms that. */
final class IntegrationSection {

    private IntegrationSection() {}

    static Table of(Plan plan) {
        var rows = plan.integrations().stream()
                .map(each -> List.of(
                        Value.of(each.name()),
                        Value.of(PlanSections.words(each.kind().slug())),
                        each.url() == null ? Value.of(each.place()) : PlanSections.anchor(each.url()),
                        Value.of(expectation(each))))
                .toList();
        return new Table(
                "Integrations included in go-live",
                "",
                List.of("Integration", "Kind", "Address", "Must hold"),
                rows,
                "The plan includes no integration.");
    }

    private static String expectation(Integration integration) {
        if (integration.database() != null) {
            return answer(integration.database());
        }
        if (integration.tcp() != null) {
            return "accepts a connection";
        }
        return integration.maxAge() == null
                ? "answers " + integration.expectStatus() + WorkflowSection.more(integration.expect())
                : "last success within " + Times.length(integration.maxAge());
    }

    private static String answer(Plan.Database database) {
        return database.comparator() == null
                ? "answers: " + database.query()
                : "%s %s %s"
                        .formatted(
                                database.query(),
                                PlanSections.sign(database.comparator()),
                                PlanSections.number(database.threshold()));
    }
}
