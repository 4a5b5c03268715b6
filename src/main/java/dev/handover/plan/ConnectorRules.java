package dev.handover.plan;

import java.util.List;
import java.util.stream.Stream;

/** A connector is an address, a port or a database: exactly one of them. */
final class ConnectorRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        plan.field("integrations").items().stream()
                .filter(each ->
                        each.field("kind").text().filter("connector"::equals).isPresent())
                .forEach(each -> refuseNoneOrSeveral(each, mistakes));
    }

    private static void refuseNoneOrSeveral(Part connector, Mistakes mistakes) {
        List<Part> ways = Stream.of("url", "tcp", "database")
                .map(connector::field)
                .filter(Part::isPresent)
                .toList();
        if (ways.isEmpty()) {
            mistakes.add(connector, "Nothing says where the connector is.", "Add one of url, tcp and database.");
        } else if (ways.size() > 1) {
            mistakes.add(
                    ways.get(1),
                    "The connector is in several places, so it is not clear which counts.",
                    "Keep one of url, tcp and database.");
        }
    }
}
