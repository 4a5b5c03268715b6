package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a rule to say no, and looks at how it says so. */
public final class Refusals {

    private Refusals() {}

    /** @return what the person is told */
    public static AbstractStringAssert<?> assertRefused(Code code, ThrowingCallable act) {
        var refusal = catchThrowableOfType(HandoverException.class, act);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
        return assertThat(refusal.getMessage());
    }
}
