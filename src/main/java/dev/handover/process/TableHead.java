package dev.handover.process;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Compares what stands above the rows with the table of the product: key, hit policy, what is read and what is answered. */
final class TableHead {

    private static final String DOCUMENT = "document";
    private static final String TEXT = "string";
    private static final String LEAVE = "Leave it as in the table of the product; change rows only.";

    private TableHead() {}

    /** The decision table; empty if there is not exactly one, which is a mistake. */
    static Optional<Element> find(Document document, TableMistakes mistakes) {
        var root = document.getDocumentElement();
        if (!TableXml.isDmn(root, "definitions")) {
            mistakes.add(
                    DOCUMENT,
                    "The document is not DMN 1.3.",
                    "Download the table that is in force, change its rows, and send it as a current modeler saves it.");
            return Optional.empty();
        }
        var decisions = TableXml.children(root, "decision");
        var tables = decisions.stream()
                .flatMap(decision -> TableXml.children(decision, "decisionTable").stream())
                .toList();
        if (decisions.size() != 1 || tables.size() != 1) {
            mistakes.add(
                    DOCUMENT,
                    "The document has %d decisions with %d decision tables.".formatted(decisions.size(), tables.size()),
                    "Send exactly one decision with one decision table.");
            return Optional.empty();
        }
        check(decisions.get(0), tables.get(0), mistakes);
        return Optional.of(tables.get(0));
    }

    private static void check(Element decision, Element table, TableMistakes mistakes) {
        require("key of the decision", Decisions.Troubleshooting.KEY, decision.getAttribute("id"), mistakes);
        require("hit policy", "COLLECT", table.getAttribute("hitPolicy"), mistakes);
        require("aggregation", "", table.getAttribute("aggregation"), mistakes);
        require(
                "inputs",
                List.of(Decisions.Troubleshooting.SYMPTOM + " : " + TEXT),
                TableXml.children(table, "input").stream().map(TableHead::input).toList(),
                mistakes);
        require(
                "outputs",
                List.of(Decisions.Troubleshooting.HINT + " : " + TEXT, Decisions.Troubleshooting.PAGE + " : " + TEXT),
                TableXml.children(table, "output").stream()
                        .map(output -> output.getAttribute("name") + " : " + output.getAttribute("typeRef"))
                        .toList(),
                mistakes);
    }

    private static String input(Element input) {
        var expressions = TableXml.children(input, "inputExpression");
        return expressions.size() == 1
                ? words(expressions.get(0)) + " : " + expressions.get(0).getAttribute("typeRef")
                : expressions.size() + " expressions";
    }

    private static String words(Element expression) {
        return String.join(
                " | ",
                TableXml.children(expression, "text").stream()
                        .map(TableXml::text)
                        .toList());
    }

    private static void require(String what, Object expected, Object found, TableMistakes mistakes) {
        if (!expected.equals(found)) {
            mistakes.add(
                    "head of the table",
                    "The %s must be %s, and is %s.".formatted(what, shown(expected), shown(found)),
                    LEAVE);
        }
    }

    private static String shown(Object value) {
        return value.equals("") ? "empty" : "“%s”".formatted(value);
    }
}
