package dev.handover.board.briefing;

import dev.handover.board.briefing.Section.Table;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Expectation;
import dev.handover.plan.Plan.WorkflowRequest;
import java.util.List;
import java.util.stream.Collectors;

/** What is tried of the product's workflows without anybody's hands, for who confirms them. */
final class WorkflowSection {

    private WorkflowSection() {}

    static Table of(Plan plan) {
        var rows = plan.workflowChecks().stream()
                .map(each -> List.of(
                        Value.of(each.workflow()),
                        Value.of(each.as().slug().replace('-', ' ')),
                        Value.of(lines(each.requests())),
                        Value.of(lines(each.cleanUp()))))
                .toList();
        return new Table(
                "Workflows that are tried by requests",
                "",
                List.of("Workflow", "As", "Requests", "Clean-up"),
                rows,
                "The plan scripts no workflow.");
    }

    private static String lines(List<WorkflowRequest> requests) {
        return requests.stream()
                .map(each -> "%s: %s answers %d%s"
                        .formatted(each.name(), each.method(), each.expectStatus(), more(each.expect())))
                .collect(Collectors.joining("\n"));
    }

    /** What else is expected, by number: the rest is in the plan. */
    static String more(Expectation expect) {
        int count = Expectation.count(expect);
        return count == 0 ? "" : " and %d expectation(s) hold".formatted(count);
    }
}
