package dev.handover.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown of an error that nothing else has answered: a page for people, a problem for programs, no internals. */
@Controller
class ErrorPage implements ErrorController {

    /** @param heading for people; @param detail what to do about it */
    private record Explanation(String slug, String heading, String detail) {}

    @RequestMapping(path = "${server.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        var status = statusOf(request);
        var explanation = explain(status);
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("heading", explanation.heading());
        page.addObject("detail", explanation.detail());
        return page;
    }

    @RequestMapping(path = "${server.error.path:/error}")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var status = statusOf(request);
        var explanation = explain(status);
        var problem = ProblemDetail.forStatusAndDetail(status, explanation.detail());
        problem.setType(URI.create("urn:handover:" + explanation.slug()));
        return ResponseEntity.of(problem).build();
    }

    /** Somebody who asks for this page itself finds nothing. */
    private static HttpStatus statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code) == null ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    private static Explanation explain(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> new Explanation("login-required", "Please log in", "Log in to see this page.");
            case FORBIDDEN ->
                new Explanation(
                        "not-allowed",
                        "Not for this account",
                        "Your account may not see this page or do this. If it should, ask an admin.");
            case NOT_FOUND ->
                new Explanation(
                        "not-found",
                        "Nothing here",
                        "There is no such page, or it is not yours to see. The address may be mistyped or out of date.");
            case METHOD_NOT_ALLOWED ->
                new Explanation("malformed-request", "Not possible", "This address cannot be used in that way.");
            case PAYLOAD_TOO_LARGE ->
                new Explanation(
                        "too-large", "Too large", "What was sent is larger than accepted. Send a smaller file.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Explanation(
                        "unsupported-media",
                        "Wrong kind of content",
                        "This address does not take content of that type.");
            default -> explainOther(status);
        };
    }

    private static Explanation explainOther(HttpStatus status) {
        return status.is4xxClientError()
                ? new Explanation(
                        "malformed-request",
                        "Not understood",
                        "The request was not understood. Reload the page and try again.")
                : new Explanation(
                        "fault",
                        "Something went wrong",
                        "This is our fault, and nothing was recorded. Try again; if it stays, tell an admin the time.");
    }
}
