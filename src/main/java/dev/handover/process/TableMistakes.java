package dev.handover.process;

import dev.handover.validation.UnusableTable;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a document, so that all of it can be mended at once. */
final class TableMistakes {

    /** Beyond that nobody reads on. */
    private static final int MOST = 100;

    private final List<UnusableTable.Error> errors = new ArrayList<>();

    void add(String place, String message, String mend) {
        var error = new UnusableTable.Error(place, message, mend);
        if (!isFull() && !errors.contains(error)) {
            errors.add(error);
        }
    }

    boolean isFull() {
        return errors.size() == MOST;
    }

    /** @throws UnusableTable if there are any */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new UnusableTable(errors);
        }
    }
}
