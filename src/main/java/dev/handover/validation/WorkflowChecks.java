package dev.handover.validation;

import dev.handover.checks.Assertions;
import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.checks.SignIn;
import dev.handover.checks.WorkflowRequest;
import dev.handover.checks.guard.Call;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Expectation;
import dev.handover.plan.Plan.TestUser;
import dev.handover.plan.Plan.WorkflowCheck;
import java.util.List;
import java.util.Map;

/** The scripted workflows of a plan, as checks. */
final class WorkflowChecks {

    private WorkflowChecks() {}

    static List<CheckRequest> of(Plan plan) {
        return plan.workflowChecks().stream().map(check -> request(check, plan)).toList();
    }

    private static CheckRequest request(WorkflowCheck check, Plan plan) {
        return new CheckRequest(
                "workflow-" + check.workflow(),
                "Workflow: " + check.workflow(),
                new CheckTarget.Workflow(signIn(check, plan), requests(check.requests()), requests(check.cleanUp())));
    }

    /** The first test user of the role; a plan has one of each. */
    private static SignIn signIn(WorkflowCheck check, Plan plan) {
        TestUser user = plan.testUsers().stream()
                .filter(each -> each.role() == check.as())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a plan has a test user of each role"));
        return new SignIns(plan).of(user);
    }

    private static List<WorkflowRequest> requests(List<Plan.WorkflowRequest> requests) {
        return requests.stream()
                .map(each -> new WorkflowRequest(
                        each.name(),
                        Call.Method.valueOf(each.method()),
                        each.url(),
                        each.headers(),
                        each.json() == null ? null : each.json().toString(),
                        each.form() == null ? Map.of() : each.form(),
                        assertions(each.expectStatus(), each.expect()),
                        each.keep()))
                .toList();
    }

    /** @param expect null for nothing but the status */
    static Assertions assertions(int status, Expectation expect) {
        return expect == null
                ? Assertions.status(status)
                : new Assertions(status, expect.headers(), expect.json(), expect.text());
    }
}
