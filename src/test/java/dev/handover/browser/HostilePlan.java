package dev.handover.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * A plan in which every text that only people read has been made hostile. What is compared with the customer's systems
 * stays, so that the go-live gets on.
 */
final class HostilePlan {

    /** An element that runs a script and loads a picture as soon as it is one, and expressions of all our languages. */
    static final String WORDS =
            " <img src=/hostile onerror=\"window.hostile=1\">[[${7*7}]]#{7*7}{{7*7}}<#assign a=7>\"'";

    private static final Set<String> COMPARED = Set.of(
            "environment",
            "owners",
            "identity",
            "testUsers",
            "workflowChecks",
            "workflows",
            "releaseWindow",
            "workingTime");
    private static final Set<String> READ = Set.of(
            "title",
            "name",
            "products",
            "modules",
            "sites",
            "dataSources",
            "userGroups",
            "assets",
            "workOrders",
            "simulationScenes",
            "escalationWindow",
            "rollbackExpectation",
            "audience",
            "channel",
            "when",
            "message",
            "workaround",
            "owner",
            "metric");

    private HostilePlan() {}

    /** @return JSON, which is YAML as well */
    static String of(String yaml) throws JsonProcessingException {
        var json = new ObjectMapper();
        JsonNode plan = json.valueToTree(new Yaml().load(yaml));
        plan.fieldNames().forEachRemaining(field -> {
            if (!COMPARED.contains(field)) {
                make(plan, field);
            }
        });
        var window = plan.get("releaseWindow");
        make(window, "rollbackExpectation");
        make(window, "communicationPlan");
        make(plan.at("/workflowChecks/0/requests/0"), "name");
        ((ObjectNode) plan.get("confirmations")).put("workflows", WORDS);
        return json.writeValueAsString(plan);
    }

    private static void make(JsonNode parent, String name) {
        var node = parent.get(name);
        if (node.isTextual() && READ.contains(name)) {
            ((ObjectNode) parent).put(name, hostile(node));
        } else if (node.isObject()) {
            node.fieldNames().forEachRemaining(field -> make(node, field));
        } else if (node.isArray()) {
            makeItems(name, (ArrayNode) node);
        }
    }

    private static void makeItems(String name, ArrayNode items) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.isObject()) {
                item.fieldNames().forEachRemaining(field -> make(item, field));
            } else if (READ.contains(name)) {
                items.set(i, hostile(item));
            }
        }
    }

    /** The longest that fits everywhere. */
    private static String hostile(JsonNode text) {
        return text.asText().substring(0, Math.min(30, text.asText().length())) + WORDS;
    }
}
