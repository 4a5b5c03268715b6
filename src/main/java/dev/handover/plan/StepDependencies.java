package dev.handover.plan;

import static dev.handover.shared.Step.ACCESS;
import static dev.handover.shared.Step.ENVIRONMENT;
import static dev.handover.shared.Step.INTEGRATIONS;
import static dev.handover.shared.Step.KNOWN_ISSUES;
import static dev.handover.shared.Step.OPERATIONS;
import static dev.handover.shared.Step.ROLLBACK_CRITERIA;
import static dev.handover.shared.Step.WORKFLOWS;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.shared.Step;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which validated steps rely on which field of a plan. The nearest entry counts: that of the field itself, or else that of
 * what holds it.
 */
final class StepDependencies {

    private static final Set<Step> NONE = Set.of();

    private static final Map<String, Set<Step>> STEPS = Map.ofEntries(
            Map.entry("/title", NONE),
            Map.entry("/customer", NONE),
            // Another tenant or address is another system to sign in to and to work in.
            Map.entry("/environment", Set.of(ENVIRONMENT, ACCESS, WORKFLOWS)),
            Map.entry("/environment/infoUrl", Set.of(ENVIRONMENT)),
            Map.entry("/environment/addresses", Set.of(ENVIRONMENT)),
            // Owners accept their role anew; what was validated stays valid.
            Map.entry("/owners", NONE),
            // The environment inventory lists what was deployed.
            Map.entry("/acceptanceScope/products", Set.of(ENVIRONMENT, WORKFLOWS)),
            Map.entry("/acceptanceScope/modules", Set.of(ENVIRONMENT, WORKFLOWS)),
            Map.entry("/acceptanceScope/sites", Set.of(WORKFLOWS)),
            Map.entry("/acceptanceScope/dataSources", Set.of(INTEGRATIONS)),
            Map.entry("/acceptanceScope/workflows", Set.of(WORKFLOWS)),
            Map.entry("/acceptanceScope/userGroups", Set.of(ACCESS)),
            // Scripted workflows sign in as their test users do.
            Map.entry("/identity", Set.of(ACCESS, WORKFLOWS)),
            Map.entry("/identity/audience", Set.of(ACCESS)),
            Map.entry("/identity/rolesClaim", Set.of(ACCESS)),
            // The fingerprint of the environment has its identity provider in it.
            Map.entry("/identity/signIn", Set.of(ENVIRONMENT, ACCESS, WORKFLOWS)),
            Map.entry("/identity/issuer", Set.of(ENVIRONMENT, ACCESS, WORKFLOWS)),
            Map.entry("/identity/metadataUrl", Set.of(ENVIRONMENT, ACCESS, WORKFLOWS)),
            // The representative users sign in, and they run the workflows.
            Map.entry("/testUsers/*", Set.of(ACCESS, WORKFLOWS)),
            Map.entry("/testUsers/*/roles", Set.of(ACCESS)),
            Map.entry("/testUsers/*/mayReach", Set.of(ACCESS)),
            Map.entry("/testUsers/*/mayNotReach", Set.of(ACCESS)),
            Map.entry("/testUsers/*/owner", NONE),
            Map.entry("/validationData", Set.of(WORKFLOWS)),
            Map.entry("/validationData/connectors", Set.of(INTEGRATIONS)),
            Map.entry("/confirmations/environment", Set.of(ENVIRONMENT)),
            Map.entry("/confirmations/access", Set.of(ACCESS)),
            Map.entry("/confirmations/workflows", Set.of(WORKFLOWS)),
            Map.entry("/confirmations/integrations", Set.of(INTEGRATIONS)),
            Map.entry("/confirmations/operations", Set.of(OPERATIONS)),
            Map.entry("/confirmations/known-issues", Set.of(KNOWN_ISSUES)),
            Map.entry("/confirmations/rollback-criteria", Set.of(ROLLBACK_CRITERIA)),
            Map.entry("/integrations", Set.of(INTEGRATIONS)),
            Map.entry("/workflowChecks", Set.of(WORKFLOWS)),
            Map.entry("/monitoring", Set.of(OPERATIONS)),
            Map.entry("/backup", Set.of(OPERATIONS)),
            Map.entry("/supportContacts", Set.of(OPERATIONS)),
            // The terms of the window belong to its criteria; when it is belongs to the sign-offs (windowMoved).
            Map.entry("/releaseWindow", Set.of(ROLLBACK_CRITERIA)),
            Map.entry("/releaseWindow/start", NONE),
            Map.entry("/releaseWindow/end", NONE),
            Map.entry("/releaseWindow/zone", NONE),
            Map.entry("/knownIssues", Set.of(KNOWN_ISSUES)),
            Map.entry("/criteria", Set.of(ROLLBACK_CRITERIA)),
            // How signatures are given changes nothing of what was validated.
            Map.entry("/signOff", NONE),
            // What is watched after go-live is agreed before it, with the monitoring.
            Map.entry("/stabilization", Set.of(OPERATIONS)),
            // Both are about when something is asked; evidence that they make too old opens its step by itself.
            Map.entry("/workingTime", NONE),
            Map.entry("/shelfLife", NONE));

    private static final Pattern TEST_USER = Pattern.compile("^/testUsers/[^/]+");

    private StepDependencies() {}

    /** @throws IllegalArgumentException if no entry covers the field */
    static Set<Step> on(JsonPointer field) {
        for (JsonPointer at = field; at != null; at = at.head()) {
            Set<Step> steps = STEPS.get(TEST_USER.matcher(at.toString()).replaceFirst("/testUsers/*"));
            if (steps != null) {
                return steps;
            }
        }
        throw new IllegalArgumentException("nothing says which steps rely on " + field);
    }
}
