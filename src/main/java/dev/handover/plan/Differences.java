package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.handover.plan.PlanChange.Difference;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields in which two plan trees differ, in the order of the document. */
final class Differences {

    private final List<Difference> all = new ArrayList<>();
    private final EnumSet<Step> dependentSteps = EnumSet.noneOf(Step.class);

    private Differences() {}

    static Differences between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare(JsonPointer.empty(), before, after);
        return differences;
    }

    List<Difference> all() {
        return all;
    }

    Set<Step> dependentSteps() {
        return dependentSteps;
    }

    private void compare(JsonPointer path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            names(before, after)
                    .forEach(name -> compare(path.appendProperty(name), before.path(name), after.path(name)));
        } else if (hasObjects(before) || hasObjects(after)) {
            for (int index = 0; index < Math.max(before.size(), after.size()); index++) {
                compare(path.appendIndex(index), before.path(index), after.path(index));
            }
        } else if (!isSame(before, after)) {
            all.add(new Difference(path.toString(), shown(before), shown(after)));
            dependentSteps.addAll(StepDependencies.on(path));
        }
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean hasObjects(JsonNode list) {
        return list.isArray() && list.path(0).isObject();
    }

    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.isArray() && after.isArray() ? items(before).equals(items(after)) : before.equals(after);
    }

    private static Set<JsonNode> items(JsonNode list) {
        Set<JsonNode> items = new HashSet<>();
        list.forEach(items::add);
        return items;
    }

    private static String shown(JsonNode value) {
        if (value instanceof MissingNode) {
            return null;
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Differences::shown)
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + ": " + shown(field.getValue()))
                    .collect(Collectors.joining("; "));
        }
        boolean isWhole = value.isNumber() && value.doubleValue() == value.longValue();
        return isWhole ? Long.toString(value.longValue()) : value.asText();
    }
}
