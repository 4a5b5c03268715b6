package dev.handover.plan;

import dev.handover.shared.HandoverException;
import java.util.List;

/** A plan document was refused; nothing was recorded. */
public class InvalidPlan extends HandoverException {

    private final transient List<PlanError> errors;

    public InvalidPlan(List<PlanError> errors) {
        super(Code.INVALID_PLAN, "The plan has %d mistake%s.".formatted(errors.size(), errors.size() == 1 ? "" : "s"));
        this.errors = List.copyOf(errors);
    }

    /** All mistakes, in the order of the document. */
    public List<PlanError> errors() {
        return errors;
    }
}
