package dev.handover.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.plan.Plan;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Parts of the plan that are evidence in themselves, since owners sign what was agreed: inventory, contacts, issues, criteria. */
@Component
class PlanExtracts {

    /** Title of the criteria, whose kind another step produces, too. */
    static final String CRITERIA = "Rollback and pause criteria";

    /** @param bytes JSON */
    record Extract(EvidenceKind kind, String title, byte[] bytes) {}

    private final ObjectMapper json;

    PlanExtracts(ObjectMapper json) {
        this.json = json;
    }

    List<Extract> of(Step step, Plan plan) {
        return switch (step) {
            case ENVIRONMENT ->
                List.of(extract(
                        EvidenceKind.ENVIRONMENT_INVENTORY,
                        "Environment inventory",
                        content("environment", plan.environment(), "acceptanceScope", plan.acceptanceScope())));
            case ACCESS ->
                List.of(extract(
                        EvidenceKind.USER_AND_ROLE_VALIDATION,
                        "Test users and what each may reach",
                        content("identity", plan.identity(), "testUsers", plan.testUsers())));
            case WORKFLOWS ->
                List.of(extract(
                        EvidenceKind.PRODUCT_WORKFLOW_VALIDATION,
                        "Workflows and validation data in scope",
                        content(
                                "workflows",
                                plan.acceptanceScope().workflows(),
                                "validationData",
                                plan.validationData(),
                                "workflowChecks",
                                plan.workflowChecks())));
            case INTEGRATIONS ->
                List.of(extract(
                        EvidenceKind.INTEGRATION_VALIDATION,
                        "Integrations in scope",
                        content("integrations", plan.integrations())));
            case OPERATIONS ->
                List.of(
                        extract(
                                EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT,
                                "Backup and recovery expectations",
                                content("backup", plan.backup())),
                        extract(
                                EvidenceKind.SUPPORT_HANDOFF,
                                "Support contacts and escalation window",
                                content("supportContacts", plan.supportContacts(), "monitoring", plan.monitoring())));
            case KNOWN_ISSUES ->
                List.of(extract(
                        EvidenceKind.KNOWN_ISSUES_LIST,
                        "Known issues and workarounds",
                        content("knownIssues", plan.knownIssues())));
            case ROLLBACK_CRITERIA ->
                List.of(extract(
                        EvidenceKind.SUPPORT_HANDOFF,
                        CRITERIA,
                        content(
                                "criteria",
                                plan.criteria(),
                                "rollbackExpectation",
                                plan.releaseWindow().rollbackExpectation())));
            case SIGN_OFF -> List.of();
        };
    }

    private Extract extract(EvidenceKind kind, String title, Map<String, Object> content) {
        try {
            return new Extract(
                    kind, title, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan can always be written as JSON", e);
        }
    }

    private static Map<String, Object> content(Object... namesAndValues) {
        var content = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            content.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return content;
    }
}
