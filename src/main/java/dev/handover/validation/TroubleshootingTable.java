package dev.handover.validation;

import dev.handover.checks.Symptom;
import java.util.Arrays;
import java.util.List;

/** The troubleshooting table as people read it: what to check for which symptom. */
public record TroubleshootingTable(List<Row> rows) {

    public TroubleshootingTable {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param symptoms slugs of the symptoms it answers to; empty if it answers to every symptom
     * @param hint what to check
     * @param page title of the page to read on; null for none
     * @param note why the row is there; null for none
     */
    public record Row(List<String> symptoms, String hint, String page, String note) {

        public Row {
            symptoms = List.copyOf(symptoms);
        }

        boolean answersTo(String symptom) {
            return symptoms.isEmpty() || symptoms.contains(symptom);
        }
    }

    /** As {@link Troubleshooting#hintsFor}, without a record that the table was asked. @param symptom null for none */
    public List<Blocker.Hint> hintsFor(String symptom) {
        return rows.stream()
                .filter(row -> symptom != null && row.answersTo(symptom))
                .map(row -> new Blocker.Hint(row.hint(), row.page()))
                .toList();
    }

    /** Symptoms that checks can find and that no row answers to: blockers with them come without a hint. */
    public List<Symptom> unanswered() {
        return Arrays.stream(Symptom.values())
                .filter(symptom -> hintsFor(symptom.slug()).isEmpty())
                .toList();
    }
}
