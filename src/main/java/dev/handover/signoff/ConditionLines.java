package dev.handover.signoff;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.util.List;

/** Conditions as a form has them: one a line. */
final class ConditionLines {

    private static final int MOST = 20;
    private static final int LONGEST = 500;

    private ConditionLines() {}

    /**
     * @param text null or blank without conditions
     * @throws Refusal (invalid input) for too many or too long lines
     */
    static List<String> read(String text) {
        var lines = text == null
                ? List.<String>of()
                : text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST) {
            throw Refusal.invalidInput("These are %d conditions; at most %d are kept. Reject, if so much is missing."
                    .formatted(lines.size(), MOST));
        }
        return lines.stream()
                .map(line -> FreeText.optional("A condition", line, LONGEST))
                .toList();
    }
}
