package dev.handover.api;

import dev.handover.shared.HandoverException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal by our rules to somebody who looks at a page, with what was wrong and what to do. */
@ControllerAdvice(annotations = Controller.class)
class RefusalPages {

    @ExceptionHandler
    ModelAndView refused(HandoverException refusal) {
        var status = HttpStatus.valueOf(refusal.code().status());
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("heading", headingOf(refusal.code()));
        page.addObject("detail", refusal.getMessage());
        return page;
    }

    private static String headingOf(HandoverException.Code code) {
        return switch (code) {
            case NOT_FOUND -> "Nothing here";
            case IDENTITY_NOT_CONFIRMED -> "Confirm that it is you";
            case GONE -> "No longer kept";
            case NOT_ALLOWED -> "Not for this account";
            case WRONG_PHASE, CONFLICT, STALE_EVIDENCE -> "Things have changed";
            case INVALID_PLAN, INVALID_INPUT, TOO_LARGE, UNSUPPORTED_MEDIA -> "Not accepted";
            case UNAVAILABLE, NO_ROOM -> "Not at the moment";
        };
    }
}
