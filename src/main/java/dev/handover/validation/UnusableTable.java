package dev.handover.validation;

import dev.handover.shared.HandoverException;
import java.util.List;

/** A document is no troubleshooting table of plain words; nothing was changed. */
public class UnusableTable extends HandoverException {

    /**
     * One mistake.
     *
     * @param place for example {@code row 3, column "Check"}
     * @param message what is wrong
     * @param mend what to do instead
     */
    public record Error(String place, String message, String mend) {}

    private final transient List<Error> errors;

    public UnusableTable(List<Error> errors) {
        super(
                Code.INVALID_INPUT,
                "The table has %d mistake%s; nothing was changed."
                        .formatted(errors.size(), errors.size() == 1 ? "" : "s"));
        this.errors = List.copyOf(errors);
    }

    /** All mistakes, from the document as a whole to the last row. */
    public List<Error> errors() {
        return errors;
    }
}
