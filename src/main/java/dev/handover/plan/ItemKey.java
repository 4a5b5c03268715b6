package dev.handover.plan;

import java.util.List;

/**
 * What tells the items of a list apart.
 *
 * @param list path of the list; @param field the field of each item whose value is used once in the list
 */
record ItemKey(List<String> list, String field) {

    /** The lists whose items have a key; in all other lists only the order tells them apart, if anything does. */
    static final List<ItemKey> ALL = List.of(
            new ItemKey(List.of("testUsers"), "account"),
            new ItemKey(List.of("integrations"), "id"),
            new ItemKey(List.of("workflowChecks"), "workflow"),
            new ItemKey(List.of("monitoring", "queries"), "name"),
            new ItemKey(List.of("knownIssues"), "id"),
            new ItemKey(List.of("criteria"), "id"));
}
