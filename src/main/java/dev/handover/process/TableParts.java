package dev.handover.process;

import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds what has no place in a table of plain words: other kinds of elements, extensions, and languages to evaluate. */
final class TableParts {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> OF_A_TABLE = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "description",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "text");

    /** How the picture is drawn; it is not read. */
    private static final Set<String> DIAGRAM = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    private static final Set<String> LANGUAGES = Set.of("expressionLanguage", "typeLanguage");

    /** DMN's own language, which is meant when none is named, and by which words in quotes are words. */
    private static final Set<String> DEFAULT_LANGUAGE = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    /** The engine's own settings that a modeler writes; the product sets them itself. */
    private static final Set<String> SETTINGS = Set.of("historyTimeToLive", "versionTag");

    private TableParts() {}

    static void check(Document document, TableMistakes mistakes) {
        for (var element : TableXml.elements(document)) {
            if (mistakes.isFull()) {
                return;
            }
            checkKind(element, mistakes);
            var attributes = element.getAttributes();
            IntStream.range(0, attributes.getLength())
                    .mapToObj(attributes::item)
                    .forEach(attribute -> checkAttribute(element, (Attr) attribute, mistakes));
        }
    }

    private static void checkKind(Element element, TableMistakes mistakes) {
        var namespace = element.getNamespaceURI();
        var known = TableXml.DMN.equals(namespace)
                ? OF_A_TABLE.contains(element.getLocalName())
                : namespace != null && DIAGRAM.contains(namespace);
        if (!known) {
            mistakes.add(
                    placeOf(element),
                    "<%s> has no place in this table.".formatted(element.getNodeName()),
                    "Remove it. The document holds one decision table of DMN 1.3 and nothing else.");
        }
    }

    private static void checkAttribute(Element element, Attr attribute, TableMistakes mistakes) {
        var name = attribute.getLocalName();
        if (LANGUAGES.contains(name) && !DEFAULT_LANGUAGE.contains(attribute.getValue())) {
            mistakes.add(
                    placeOf(element),
                    "%s=\"%s\" names a language.".formatted(attribute.getNodeName(), attribute.getValue()),
                    "Remove the attribute. Cells are words in quotes, and nothing is evaluated.");
        } else if (CAMUNDA.equals(attribute.getNamespaceURI()) && !SETTINGS.contains(name)) {
            mistakes.add(
                    placeOf(element),
                    "%s is a setting of the engine.".formatted(attribute.getNodeName()),
                    "Remove the attribute.");
        }
    }

    private static String placeOf(Element element) {
        for (Node node = element; node != null; node = node.getParentNode()) {
            if (TableXml.isDmn(node, "rule") && node.getParentNode() instanceof Element table) {
                return "row %d".formatted(TableXml.children(table, "rule").indexOf(node) + 1);
            }
        }
        return "document";
    }
}
