package dev.handover.process;

import dev.handover.shared.Slugged;
import dev.handover.validation.TroubleshootingTable;
import dev.handover.validation.TroubleshootingTable.Row;
import dev.handover.validation.UnusableTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * The troubleshooting table as a DMN document. What is read are words; what is written is the product's own document with
 * these words as its rows. So nothing that somebody sends is ever given to the engine.
 */
final class TroubleshootingDocument {

    /** Marks documents that are written here; those that come with the product have a version. */
    static final String EDITION = "edition";

    private static final Pattern BLANK_LINES = Pattern.compile("(?m)^[ \\t]*\\r?\\n");

    private TroubleshootingDocument() {}

    /** @throws UnusableTable with every mistake, unless it is exactly such a table and every cell is empty or words in quotes */
    static TroubleshootingTable read(byte[] document) {
        var xml = TableXml.parse(document);
        var mistakes = new TableMistakes();
        TableParts.check(xml, mistakes);
        var rows = TableHead.find(xml, mistakes)
                .map(table -> new TableRows(mistakes).read(table))
                .orElse(List.of());
        mistakes.throwIfAny();
        return new TroubleshootingTable(rows);
    }

    /** The same rows make the same text. @param shipped document of the product, whose head and picture are kept */
    static String write(String shipped, TroubleshootingTable table) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(shipped.getBytes(StandardCharsets.UTF_8)));
        only(model, Decision.class).setVersionTag(EDITION);
        only(model, Input.class).getInputValues().getText().setTextContent(symptoms(table));
        var rules = only(model, DecisionTable.class).getRules();
        rules.clear();
        for (int i = 0; i < table.rows().size(); i++) {
            rules.add(rule(model, i + 1, table.rows().get(i)));
        }
        return BLANK_LINES.matcher(Dmn.convertToString(model)).replaceAll("");
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> T only(
            DmnModelInstance model, Class<T> kind) {
        return model.getModelElementsByType(kind).iterator().next();
    }

    /** Those the product knows and those that rows name. */
    private static String symptoms(TroubleshootingTable table) {
        return quoted(Stream.concat(
                        Arrays.stream(dev.handover.checks.Symptom.values()).map(Slugged::slug),
                        table.rows().stream().flatMap(row -> row.symptoms().stream()))
                .distinct()
                .toList());
    }

    private static Rule rule(DmnModelInstance model, int number, Row row) {
        var name = "Troubleshooting_" + number;
        var rule = model.newInstance(Rule.class, "Rule_" + name);
        if (row.note() != null) {
            var note = model.newInstance(Description.class);
            note.setTextContent(row.note());
            rule.setDescription(note);
        }
        var symptom = model.newInstance(InputEntry.class, "InputEntry_%s_symptom".formatted(name));
        symptom.setText(text(model, quoted(row.symptoms())));
        rule.getInputEntries().add(symptom);
        rule.getOutputEntries().add(output(model, name + "_hint", row.hint()));
        rule.getOutputEntries().add(output(model, name + "_page", row.page()));
        return rule;
    }

    private static OutputEntry output(DmnModelInstance model, String name, String words) {
        var entry = model.newInstance(OutputEntry.class, "OutputEntry_" + name);
        entry.setText(text(model, words == null ? "" : quoted(List.of(words))));
        return entry;
    }

    private static Text text(DmnModelInstance model, String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
    }
}
