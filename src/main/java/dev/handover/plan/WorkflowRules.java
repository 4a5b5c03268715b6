package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A workflow check is of a workflow in scope, and each {@code {name}} stands for a value that an earlier request keeps. */
final class WorkflowRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part inScope = plan.field("acceptanceScope").field("workflows");
        for (Part workflow : plan.field("workflowChecks").items()) {
            refuseOutOfScope(workflow.field("workflow"), inScope, mistakes);
            Set<String> kept = new HashSet<>();
            // What a request keeps that is told as a mistake already is not known, so later names cannot be judged.
            boolean isClear = checkNames(workflow.field("requests"), kept, true, mistakes);
            checkNames(workflow.field("cleanUp"), kept, isClear, mistakes);
        }
    }

    private static void refuseOutOfScope(Part workflow, Part inScope, Mistakes mistakes) {
        List<String> known = inScope.texts();
        if (known.isEmpty() || known.size() < inScope.node().size()) {
            return;
        }
        workflow.text()
                .filter(name -> !known.contains(name))
                .ifPresent(name -> mistakes.add(
                        workflow,
                        "The workflow \"%s\" is not in the acceptance scope.".formatted(Shown.text(name)),
                        NearestWord.find(Shown.text(name), known)
                                .map("Write \"%s\"."::formatted)
                                .orElse("Write one of acceptanceScope.workflows, or add it there.")));
    }

    /** @return false once it is not clear which names there are */
    private static boolean checkNames(Part requests, Set<String> kept, boolean isClear, Mistakes mistakes) {
        boolean stillClear = isClear && requests.node().isArray();
        for (Part request : requests.items()) {
            if (stillClear) {
                uses(request).forEach(text -> refuseUnknown(text, kept, mistakes));
            }
            Part keep = request.field("keep");
            stillClear &= request.node().isObject() && (keep.node().isObject() || !keep.isPresent());
            keep.entries().forEach((name, pointer) -> {
                checkKept(name, pointer, mistakes);
                kept.add(name);
            });
        }
        return stillClear;
    }

    private static void checkKept(String name, Part pointer, Mistakes mistakes) {
        if (!KeptNames.isName(name)) {
            mistakes.add(
                    pointer,
                    "\"%s\" is not a name for a kept value.".formatted(Shown.text(name)),
                    "Write a lower-case letter and at most 29 letters and digits after it.");
        } else if (pointer.text()
                .filter(text -> text.startsWith("/") && !RequestRules.isPointer(text))
                .isPresent()) {
            mistakes.add(pointer, "This is not a JSON pointer.", "Write it like /id, with ~1 for a slash in a name.");
        }
    }

    private static void refuseUnknown(Part text, Set<String> kept, Mistakes mistakes) {
        text.text().stream()
                .flatMap(it -> KeptNames.in(it).stream())
                .filter(name -> !kept.contains(name))
                .findFirst()
                .ifPresent(name -> mistakes.add(
                        text,
                        "No earlier request keeps {%s}.".formatted(name),
                        NearestWord.find(name, kept)
                                .map("Write {%s}."::formatted)
                                .orElse("Add \"keep\" to the request whose answer holds it.")));
    }

    /** Every text in which a name may stand. */
    private static Stream<Part> uses(Part request) {
        Part json = request.field("json");
        List<Part> inJson = new ArrayList<>();
        collectTexts(json.node(), json.pointer(), json.schema(), inJson);
        return Stream.of(
                        Stream.of(request.field("url")),
                        request.field("headers").entries().values().stream(),
                        request.field("form").entries().values().stream(),
                        inJson.stream())
                .flatMap(parts -> parts);
    }

    private static void collectTexts(JsonNode node, JsonPointer at, SchemaNode schema, List<Part> texts) {
        if (node.isTextual()) {
            texts.add(new Part(node, at, schema));
        }
        node.properties()
                .forEach(each -> collectTexts(each.getValue(), at.appendProperty(each.getKey()), schema, texts));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collectTexts(node.get(index), at.appendIndex(index), schema, texts);
        }
    }
}
