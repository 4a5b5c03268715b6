package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How an address received who asked, as far as its answer tells. A redirect to a login page is for strangers: many products
 * answer so instead of with 401. A login page with status 200 is too, where the plan says how to tell it: with sign-in by
 * form. Of any other page with status 200 no machine can tell that it is a polite refusal, so it counts as reached.
 */
enum Reception {
    /** 2xx, and not the login page. */
    REACHED,
    /** 401, or sent to sign in. */
    STRANGER,
    /** 403, or 404: a system may hide what somebody is not to know of. */
    FORBIDDEN,
    /** Anything else, an error for example: neither let in nor refused. */
    UNCLEAR;

    /** Paths of login pages as products and gateways have them, where the plan does not name the page. */
    private static final Pattern LOGIN =
            Pattern.compile("(?i).*/(log-?in|sign-?in|sso|oauth2?|saml2?)(/.*|\\.[a-z]+)?");

    static Reception of(Answer answer, URI asked, SignIn signIn) {
        if (answer.status() == 401 || isSentToLogin(answer, asked, signIn)) {
            return STRANGER;
        }
        if (answer.status() == 403 || answer.status() == 404) {
            return FORBIDDEN;
        }
        if (!answer.isSuccess()) {
            return UNCLEAR;
        }
        return signIn.isLoginPage(answer) ? STRANGER : REACHED;
    }

    boolean isRefusal() {
        return this == STRANGER || this == FORBIDDEN;
    }

    /** What was answered, in words. */
    String describe(Answer answer) {
        if (this == STRANGER && answer.status() != 401) {
            return "answered %d with the login page".formatted(answer.status());
        }
        return "answered %d".formatted(answer.status());
    }

    private static boolean isSentToLogin(Answer answer, URI asked, SignIn signIn) {
        String location = answer.headers().get("location");
        return answer.status() / 100 == 3
                && location != null
                && Origins.resolve(asked, location)
                        .filter(to -> signIn.isLogin(to)
                                || to.getRawPath() != null
                                        && LOGIN.matcher(to.getRawPath()).matches())
                        .isPresent();
    }
}
