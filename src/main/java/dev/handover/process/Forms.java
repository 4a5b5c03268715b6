package dev.handover.process;

import java.util.List;

/** Ids of the forms that the models name: files {@code forms/<id>.form}. */
final class Forms {

    static final String GO_LIVE_START = "go-live-start";
    static final String CONFIRM_ENVIRONMENT_READINESS = "confirm-environment-readiness";
    static final String CONFIRM_PRODUCT_CONFIGURATION = "confirm-product-configuration";
    static final String NAME_OWNER = "name-owner";
    static final String ACCEPT_ROLE = "accept-role";
    static final String CONFIRM_STEP = "confirm-step";
    static final String RESOLVE_BLOCKER = "resolve-blocker";
    static final String PROPOSE_WINDOW = "propose-window";
    static final String SIGN_OFF_BUSINESS = "sign-off-business";
    static final String SIGN_OFF_ENVIRONMENT = "sign-off-environment";
    static final String APPROVE_CHANGE = "approve-change";
    static final String RESOLVE_HOLD = "resolve-hold";
    static final String DECIDE_GO = "decide-go";
    static final String RESUME_OR_ROLL_BACK = "resume-or-roll-back";
    static final String CONFIRM_GO_LIVE = "confirm-go-live";
    static final String HANDOVER_DRILL = "handover-drill";
    static final String RECORD_SIGNAL = "record-signal";
    static final String REVIEW_OPEN_ISSUES = "review-open-issues";
    static final String HANDLE_EXCEPTION = "handle-exception";
    static final String DECIDE_ROLL_BACK = "decide-roll-back";

    static final List<String> ALL = List.of(
            GO_LIVE_START,
            CONFIRM_ENVIRONMENT_READINESS,
            CONFIRM_PRODUCT_CONFIGURATION,
            NAME_OWNER,
            ACCEPT_ROLE,
            CONFIRM_STEP,
            RESOLVE_BLOCKER,
            PROPOSE_WINDOW,
            SIGN_OFF_BUSINESS,
            SIGN_OFF_ENVIRONMENT,
            APPROVE_CHANGE,
            RESOLVE_HOLD,
            DECIDE_GO,
            RESUME_OR_ROLL_BACK,
            CONFIRM_GO_LIVE,
            HANDOVER_DRILL,
            RECORD_SIGNAL,
            REVIEW_OPEN_ISSUES,
            HANDLE_EXCEPTION,
            DECIDE_ROLL_BACK);

    private Forms() {}
}
