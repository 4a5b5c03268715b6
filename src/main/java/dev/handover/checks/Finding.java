package dev.handover.checks;

import java.util.List;

/**
 * What a check saw, while it could look.
 *
 * @param passed whether it was as expected
 * @param observed what it saw, in words
 * @param symptom in place of the kind's usual symptom; null for the usual one
 */
record Finding(boolean passed, String observed, Symptom symptom) {

    static Finding passed(String observed) {
        return new Finding(true, observed, null);
    }

    static Finding failed(String observed) {
        return new Finding(false, observed, null);
    }

    static Finding failed(String observed, Symptom symptom) {
        return new Finding(false, observed, symptom);
    }

    /** Passed if there is no difference, else failed with all of them. */
    static Finding of(List<String> differences, String observedIfNone) {
        return differences.isEmpty() ? passed(observedIfNone) : failed(String.join("; ", differences));
    }
}
