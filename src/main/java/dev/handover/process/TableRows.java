package dev.handover.process;

import dev.handover.validation.TroubleshootingTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Reads the rows of a table. A row with a mistake is left out; the mistake keeps the whole table from being used. */
final class TableRows {

    private static final int MOST = 500;
    private static final int LONGEST_HINT = 500;
    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_NOTE = 500;
    private static final Pattern SYMPTOM = Pattern.compile("[a-z0-9-]{1,80}");

    private final TableMistakes mistakes;

    TableRows(TableMistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Row> read(Element table) {
        var rules = TableXml.children(table, "rule");
        if (rules.isEmpty() || rules.size() > MOST) {
            mistakes.add(
                    "document",
                    "The table has %d rows.".formatted(rules.size()),
                    "Keep from 1 to %d rows.".formatted(MOST));
            return List.of();
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < rules.size() && !mistakes.isFull(); i++) {
            rows.add(row("row " + (i + 1), rules.get(i)));
        }
        return rows;
    }

    private Row row(String place, Element rule) {
        var inputs = TableXml.children(rule, "inputEntry");
        var outputs = TableXml.children(rule, "outputEntry");
        if (inputs.size() != 1 || outputs.size() != 2) {
            mistakes.add(
                    place,
                    "The row has %d cells to read and %d to answer.".formatted(inputs.size(), outputs.size()),
                    "Give each row one symptom, one check and one related page.");
            return new Row(List.of(), "", null, null);
        }
        return new Row(
                symptoms(place + ", column “Symptom”", inputs.get(0)),
                hint(place + ", column “Check”", outputs.get(0)),
                words(place + ", column “Related page”", outputs.get(1), LONGEST_PAGE),
                note(place, rule));
    }

    private List<String> symptoms(String place, Element entry) {
        var cell = cell(place, entry);
        if (cell.isEmpty() || cell.equals("-")) {
            return List.of();
        }
        var symptoms = PlainWords.in(cell).orElseGet(() -> notWords(place, cell));
        symptoms.stream()
                .filter(symptom -> !SYMPTOM.matcher(symptom).matches())
                .forEach(symptom -> mistakes.add(
                        place,
                        "“%s” can be no symptom.".formatted(shown(symptom)),
                        "Write a symptom in lower case with hyphens, like \"connectors-fail\"."));
        return symptoms;
    }

    private String hint(String place, Element entry) {
        var hint = words(place, entry, LONGEST_HINT);
        if (hint == null) {
            mistakes.add(place, "The cell is empty.", "Say in quotes what to check, or remove the row.");
        }
        return hint;
    }

    /** Null for an empty cell. */
    private String words(String place, Element entry, int longest) {
        var cell = cell(place, entry);
        if (cell.isEmpty()) {
            return null;
        }
        var words = PlainWords.in(cell).orElseGet(() -> notWords(place, cell));
        if (words.size() > 1) {
            mistakes.add(
                    place,
                    "The cell has %d texts.".formatted(words.size()),
                    "Write one text; add a row for each more.");
        }
        return words.isEmpty() ? "" : shortEnough(place, words.get(0), longest);
    }

    private String shortEnough(String place, String words, int longest) {
        if (words.length() > longest) {
            mistakes.add(
                    place,
                    "The text has %d characters.".formatted(words.length()),
                    "Use at most %d characters.".formatted(longest));
        }
        return words.isBlank() ? null : words.strip();
    }

    private List<String> notWords(String place, String cell) {
        mistakes.add(
                place,
                "“%s” is not a text in quotes.".formatted(shown(cell)),
                "Write \"words\" in straight quotes on one line, without quotes or backslashes within;"
                        + " several symptoms as \"one\", \"other\".");
        return List.of();
    }

    private String cell(String place, Element entry) {
        var texts = TableXml.children(entry, "text");
        if (texts.size() > 1) {
            mistakes.add(place, "The cell has %d texts.".formatted(texts.size()), "Keep one.");
        }
        return texts.isEmpty() ? "" : TableXml.text(texts.get(0));
    }

    private String note(String place, Element rule) {
        var notes = TableXml.children(rule, "description");
        var note = notes.isEmpty() ? "" : TableXml.text(notes.get(0));
        return note.isEmpty() ? null : shortEnough(place + ", annotation", note, LONGEST_NOTE);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
