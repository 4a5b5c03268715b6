package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.small;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.plan.Plan.WorkflowRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripted workflows and expectations of a plan: what is read, and each mistake at its place with its mend. */
class WorkflowRulesTests {

    @Test
    void theWorkflowOfTheSampleIsRead() {
        var check = read(small()).workflowChecks().get(0);
        assertThat(check.workflow()).isEqualTo("Release a work order");
        assertThat(check.as()).isEqualTo(Plan.TestUserRole.OPERATOR);
        WorkflowRequest create = check.requests().get(0);
        assertThat(create.method()).isEqualTo("POST");
        assertThat(create.json()).hasToString("{\"title\":\"Check by Handover\"}");
        assertThat(create.form()).isNull();
        assertThat(create.expect().json()).isEqualTo(Map.of("/state", "OPEN"));
        assertThat(create.keep()).isEqualTo(Map.of("order", "/id"));
        assertThat(check.requests().get(2).method()).isEqualTo("GET");
        assertThat(check.cleanUp()).extracting(WorkflowRequest::expectStatus).containsExactly(204);
    }

    @Test
    void aPlanWithoutWorkflowChecksIsAPlan() {
        assertThat(read(small().replaceAll("(?s)workflowChecks:.*?\nmonitoring:", "monitoring:"))
                        .workflowChecks())
                .isEmpty();
    }

    @Test
    void expectedNumbersAreEqualHoweverTheyAreWritten() {
        var plan = read(smallWith("{ /state: OPEN }", "{ /state: OPEN, /count: 1.50, /ok: true }"));
        assertThat(plan.workflowChecks().get(0).requests().get(0).expect().json())
                .containsEntry("/count", new BigDecimal("1.5"))
                .containsEntry("/ok", true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    - workflow: Release a work order | - workflow: Release a workorder | /workflowChecks/0/workflow | The workflow "Release a workorder" is not in the acceptance scope. | Write "Release a work order".
                    - workflow: Release a work order | - workflow: Dance | /workflowChecks/0/workflow | The workflow "Dance" is not in the acceptance scope. | Write one of acceptanceScope.workflows, or add it there.
                    {order}/release | {oder}/release | /workflowChecks/0/requests/1/url | No earlier request keeps {oder}. | Write {order}.
                    {order}/release | {plant}/release | /workflowChecks/0/requests/1/url | No earlier request keeps {plant}. | Add "keep" to the request whose answer holds it.
                    { title: Check by Handover } | { title: "{order}" } | /workflowChecks/0/requests/0/json/title | No earlier request keeps {order}. | Add "keep" to the request whose answer holds it.
                    { order: /id } | { order: /id, Order: /id } | /workflowChecks/0/requests/0/keep/Order | "Order" is not a name for a kept value. | Write a lower-case letter and at most 29 letters and digits after it.
                    { /state: OPEN } | { state: OPEN } | /workflowChecks/0/requests/0/expect/json/state | "state" is not a JSON pointer. | Write the place with a slash before each name, for example /status.
                    { content-type: application/json } | { set-cookie: x } | /workflowChecks/0/requests/0/expect/headers/set-cookie | No header "set-cookie" can be compared. | Write the name of a header; cookies are never shown.
                    json: { title: Check by Handover } | form: { a: b }~        json: {} | /workflowChecks/0/requests/0/form | The request sends both json and form. | Keep one of the two: a request has one body.
                    json: { title: Check by Handover } | headers: { Host: evil } | /workflowChecks/0/requests/0/headers/Host | The header "Host" cannot be sent. | Remove it: it is set for each request, or is no name of a header.
                    json: { title: Check by Handover } | headers: { X-Plant: "\u2603" } | /workflowChecks/0/requests/0/headers/X-Plant | The value has characters that no header carries. | Write it in letters, digits and signs of Latin-1.
                    json: { title: Check by Handover } | headers: { Authorization: Basic eA } | /workflowChecks/0/requests/0/headers/Authorization | The request says in a header who asks. | Remove it: the test user named in "as" signs in, with a secret that the server holds.
                    """)
    void eachMistakeIsToldAtItsPlace(String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://localhost:8090/api/work-orders/{order}/release | http://{order}:8090/release | The address has {} in its host.
                    http://localhost:8090/api/work-orders/{order}/release | http://localhost:8090/a?token={order} | The address holds a secret in its parameters.
                    http://localhost:8090/api/work-orders/{order}/release | http://localhost:8090/{order | This is not an address.
                    http://localhost:8090/api/work-orders/{order}/release | http://localhost:8090/${order} | %
                    """)
    void anAddressIsWrittenOutUpToItsPath(String place, String replacement, String message) {
        var mistakes = mistakesOf(smallWith(place, '"' + replacement + '"'));
        if (message.equals("%")) {
            assertThat(mistakes).isEmpty(); // a dollar sign is a dollar sign
        } else {
            assertThat(mistakes).singleElement().satisfies(mistake -> {
                assertThat(mistake.pointer()).isEqualTo("/workflowChecks/0/requests/1/url");
                assertThat(mistake.message()).isEqualTo(message);
            });
        }
    }

    @Test
    void whatIsKeptIsKnownInCleanUpsAndNotBefore() {
        assertThat(mistakesOf(smallWith("        keep: { order: /id }\n", "")))
                .extracting(PlanError::pointer)
                .containsExactly(
                        "/workflowChecks/0/requests/1/url",
                        "/workflowChecks/0/requests/2/url",
                        "/workflowChecks/0/cleanUp/0/url");
    }

    @Test
    void aHeaderForTheKeyIsForApiKeysThatHaveASecret() {
        assertThat(read(smallWith("secret: aurora-erp-key", "secret: aurora-erp-key\n    header: X-Api-Key"))
                        .integrations()
                        .get(2)
                        .header())
                .isEqualTo("X-Api-Key");
        assertThat(mistakesOf(smallWith("    secret: aurora-erp-key\n", "    header: X-Api-Key\n")))
                .extracting(PlanError::pointer)
                .containsExactly("/integrations/2/secret");
        assertThat(mistakesOf(smallWith("secret: aurora-erp-key", "secret: aurora-erp-key\n    header: Cookie")))
                .extracting(PlanError::message)
                .containsExactly("The header \"Cookie\" cannot carry a key.");
        assertThat(mistakesOf(smallWith("    kind: connector\n", "    kind: connector\n    header: X-Api-Key\n")))
                .extracting(PlanError::pointer)
                .contains("/integrations/0/header");
        assertThat(mistakesOf(smallWith("maxAge: PT26H", "maxAge: PT26H\n    expect: { text: [x] }")))
                .extracting(PlanError::pointer)
                .containsExactly("/integrations/1/expect");
    }

    @Test
    void aChangedWorkflowCheckReopensItsStep() {
        var change = PlanChange.between(
                read(small()), read(smallWith("json: { title: Check by Handover }", "json: { title: Another }")));
        assertThat(change.reopens()).containsExactly(dev.handover.shared.Step.WORKFLOWS);
    }
}
