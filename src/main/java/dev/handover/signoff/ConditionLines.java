package dev.handover.signoff;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.time.LocalDate;
import java.util.List;

/** Conditions as a form has them: one a line, all due on one day. */
final class ConditionLines {

    private static final int MOST = 20;
    private static final int LONGEST = 500;
    private static final int FARTHEST_YEARS = 5;

    private ConditionLines() {}

    /**
     * @param text null or blank without conditions; the day does not matter then
     * @param today in the zone of the plan
     * @throws Refusal (invalid input) without a day, with one that is past or years away, for too many or too long lines
     */
    static List<String> read(String text, LocalDate due, LocalDate today) {
        var lines = text == null
                ? List.<String>of()
                : text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return lines;
        }
        if (lines.size() > MOST) {
            throw Refusal.invalidInput("These are %d conditions; at most %d are kept. Reject, if so much is missing."
                    .formatted(lines.size(), MOST));
        }
        requirePlausible(due, today);
        return lines.stream()
                .map(line -> FreeText.optional("A condition", line, LONGEST))
                .toList();
    }

    private static void requirePlausible(LocalDate due, LocalDate today) {
        if (due == null) {
            throw Refusal.invalidInput("Say by which day the conditions are to be met.");
        }
        if (due.isBefore(today) || due.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Refusal.invalidInput("The conditions are to be met by %s; choose a day from %s on, within %d years."
                    .formatted(due, today, FARTHEST_YEARS));
        }
    }
}
