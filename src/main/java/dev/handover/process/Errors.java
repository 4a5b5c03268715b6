package dev.handover.process;

import java.util.List;

/** Codes of the errors that the models throw and catch. Delegates throw none: their refusals are gateways. */
final class Errors {

    static final String SIGN_OFF_REJECTED = "sign-off-rejected";
    /** Leaves the release window, or the whole stabilization. */
    static final String ROLLED_BACK = "rolled-back";

    static final List<String> ALL = List.of(SIGN_OFF_REJECTED, ROLLED_BACK);

    private Errors() {}
}
