package dev.handover.closing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what has changed between two lists. */
final class OpenIssueDifference {

    private OpenIssueDifference() {}

    static List<String> lines(OpenIssueList before, OpenIssueList after) {
        var lines = new ArrayList<String>();
        var earlier = byId(before);
        var later = byId(after);
        later.forEach((id, issue) -> {
            if (!earlier.containsKey(id)) {
                lines.add("New: %s (%s)".formatted(issue.title(), issue.severity()));
            } else if (!earlier.get(id).equals(issue)) {
                lines.add("Changed: %s".formatted(change(earlier.get(id), issue)));
            }
        });
        earlier.values().stream()
                .filter(issue -> !later.containsKey(issue.id()))
                .forEach(issue -> lines.add("No longer open: %s".formatted(issue.title())));
        after.rhythm().stream()
                .filter(duty -> !before.rhythm().contains(duty))
                .forEach(duty -> lines.add("New in the operating rhythm: %s".formatted(words(duty))));
        before.rhythm().stream()
                .filter(duty -> !after.rhythm().contains(duty))
                .forEach(duty -> lines.add("No longer in the operating rhythm: %s".formatted(words(duty))));
        return lines;
    }

    private static Map<String, OpenIssue> byId(OpenIssueList list) {
        return list.issues().stream()
                .collect(Collectors.toMap(OpenIssue::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static String change(OpenIssue before, OpenIssue after) {
        var parts = new ArrayList<String>();
        note(parts, "title", before.title(), after.title());
        note(parts, "severity", before.severity(), after.severity());
        note(parts, "workaround", before.workaround(), after.workaround());
        note(parts, "owner", before.owner(), after.owner());
        note(parts, "source", before.source(), after.source());
        return "%s: %s".formatted(after.title(), String.join(", ", parts));
    }

    private static void note(List<String> parts, String field, String before, String after) {
        if (!before.equals(after)) {
            parts.add("%s from \"%s\" to \"%s\"".formatted(field, before, after));
        }
    }

    private static String words(Duty duty) {
        var whose = duty.responsible().isEmpty() ? "" : " (%s)".formatted(duty.responsible());
        return "%s: %s%s".formatted(duty.area().title(), duty.text(), whose);
    }
}
