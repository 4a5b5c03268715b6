package dev.handover.api;

import dev.handover.access.WeakPassword;
import dev.handover.evidence.EvidenceSettings;
import dev.handover.plan.InvalidPlan;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.validation.UnusableTable;
import java.net.URI;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every error of our controllers as a problem (RFC 9457) of type {@code urn:handover:<slug>}. A refusal says what
 * was wrong and what to do; a fault says only that there was one, and the log has the rest.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE) // controllers of pages are answered by RefusalPages
class HandoverProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HandoverProblems.class);

    /** SQLSTATE of PostgreSQL, class 53: insufficient resources. */
    private static final String DISK_FULL = "53100";

    private final DataSize largestFile;

    HandoverProblems(EvidenceSettings evidence) {
        this.largestFile = evidence.maxFileSize();
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(HandoverException refusal, WebRequest request) {
        var problem = problem(refusal.code(), refusal.getMessage());
        if (refusal instanceof InvalidPlan plan) {
            problem.setProperty("errors", plan.errors());
        }
        if (refusal instanceof UnusableTable table) {
            problem.setProperty("errors", table.errors());
        }
        if (refusal instanceof WeakPassword password) {
            problem.setProperty("errors", password.broken());
        }
        return answer(refusal, problem, request);
    }

    /** Two people changed the same thing at the same moment; the database let one of them win. */
    @ExceptionHandler
    ResponseEntity<Object> tooLate(OptimisticLockingFailureException conflict, WebRequest request) {
        var detail = "Somebody else has changed this at the same moment. Nothing of yours was recorded."
                + " Load it again, look at what has changed, and decide again.";
        return answer(conflict, problem(Code.CONFLICT, detail), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> notAllowed(AccessDeniedException refusal, WebRequest request) {
        return answer(refusal, problem(Code.NOT_ALLOWED, "Your account may not do this."), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, WebRequest request) {
        LOG.error("{} failed", request.getDescription(false), fault);
        if (NestedExceptionUtils.getMostSpecificCause(fault) instanceof SQLException sql
                && DISK_FULL.equals(sql.getSQLState())) {
            var detail = "The database has no room left, and nothing was recorded. Tell an admin, and try again later.";
            return answer(fault, problem(Code.NO_ROOM, detail), request);
        }
        var detail =
                "Something went wrong on our side, and nothing was recorded. Try again; if it stays, tell an admin the time.";
        return answer(fault, problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", detail), request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException refusal, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = "The file is too large: at most %d MB are accepted. Upload a smaller one, or record a link to it."
                .formatted(largestFile.toMegabytes());
        return answer(refusal, problem(Code.TOO_LARGE, detail), request);
    }

    /** What Spring refuses before a controller is reached: unreadable bodies, missing parameters, wrong media types. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && problem.getType().toString().equals("about:blank")) {
            problem.setType(URI.create("urn:handover:" + slug(status)));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    private ResponseEntity<Object> answer(Exception cause, ProblemDetail problem, WebRequest request) {
        var status = HttpStatusCode.valueOf(problem.getStatus());
        return handleExceptionInternal(cause, problem, new HttpHeaders(), status, request);
    }

    private static ProblemDetail problem(Code code, String detail) {
        return problem(HttpStatus.valueOf(code.status()), code.slug(), detail);
    }

    private static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:handover:" + slug));
        return problem;
    }

    private static String slug(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> Code.NOT_FOUND.slug();
            case 413 -> Code.TOO_LARGE.slug();
            case 415 -> Code.UNSUPPORTED_MEDIA.slug();
            default -> status.is5xxServerError() ? "fault" : "malformed-request";
        };
    }
}
