package dev.handover.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.plan.Plan.Expectation;
import dev.handover.plan.Plan.TestUserRole;
import dev.handover.plan.Plan.WorkflowCheck;
import dev.handover.plan.Plan.WorkflowRequest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of {@link PlanMapping} that is about requests and their answers. */
final class RequestMapping {

    private RequestMapping() {}

    static WorkflowCheck workflowCheck(Part check) {
        return new WorkflowCheck(
                PlanMapping.text(check, "workflow"),
                PlanMapping.word(TestUserRole.class, check, "as"),
                PlanMapping.list(check.field("requests"), RequestMapping::request),
                PlanMapping.list(check.field("cleanUp"), RequestMapping::request));
    }

    private static WorkflowRequest request(Part request) {
        Part json = request.field("json");
        return new WorkflowRequest(
                PlanMapping.text(request, "name"),
                PlanMapping.text(request, "method"),
                PlanMapping.text(request, "url"),
                texts(request, "headers"),
                json.isPresent() ? json.node() : null,
                request.field("form").isPresent() ? texts(request, "form") : null,
                (int) PlanMapping.number(request, "expectStatus"),
                expectation(request.field("expect")),
                texts(request, "keep"));
    }

    /** Null if nothing is expected. */
    static Expectation expectation(Part expect) {
        if (!expect.isPresent()) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        expect.field("json").entries().forEach((pointer, value) -> json.put(pointer, scalar(value.node())));
        return new Expectation(
                texts(expect, "headers"),
                Collections.unmodifiableMap(json),
                expect.field("text").texts());
    }

    /** White space counts in JSON, and numbers are equal however they are written. */
    private static Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return new BigDecimal(value.asText()).stripTrailingZeros();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static Map<String, String> texts(Part part, String name) {
        return Collections.unmodifiableMap(part.field(name).textEntries());
    }
}
