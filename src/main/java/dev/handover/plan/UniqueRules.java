package dev.handover.plan;

import java.util.HashMap;
import java.util.Map;

/** Each item of a list has a key of its own. */
final class UniqueRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        for (ItemKey key : ItemKey.ALL) {
            Part list = plan;
            for (String name : key.list()) {
                list = list.field(name);
            }
            refuseRepeats(list, key.field(), mistakes);
        }
    }

    private static void refuseRepeats(Part list, String field, Mistakes mistakes) {
        Map<String, Part> firsts = new HashMap<>();
        for (Part item : list.items()) {
            Part key = item.field(field);
            key.text().ifPresent(text -> {
                Part first = firsts.putIfAbsent(text, key);
                if (first != null) {
                    mistakes.add(
                            key,
                            "The %s \"%s\" is used twice; the first time on line %d."
                                    .formatted(field, Shown.text(text), mistakes.lineOf(first)),
                            "Give each its own %s.".formatted(field));
                }
            });
        }
    }
}
