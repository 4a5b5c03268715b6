package dev.handover.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** What somebody hears whom the security chains do not let through: a page for people, a problem (RFC 9457) for programs. */
@Component
class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** 401, always. */
    void passwordRequired(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!BrowserRequests.isBrowser(request)) { // a browser would ask for the password by a dialog of its own
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Handover\", charset=\"UTF-8\"");
        }
        send(response, HttpStatus.UNAUTHORIZED, "login-required", "Log in to see this, with user id and password.");
    }

    /** 401; or the login page, if a browser is on its way to a page. */
    void loginRequired(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (BrowserRequests.isNavigation(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            passwordRequired(request, response, refusal);
        }
    }

    /** 403 of our own interface. */
    void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            var detail = "The call lacks the token of your session. Reload the page and try again; a program sends the"
                    + " header that GET /api/session names, or HTTP Basic credentials.";
            send(response, HttpStatus.FORBIDDEN, "token-missing", detail);
        } else {
            send(response, HttpStatus.FORBIDDEN, "not-allowed", "Your account may not do this.");
        }
    }

    /** 403 of the engine's interface. */
    void refusedByEngine(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        var detail =
                "This call of the engine's interface is closed, for admins too. Use the pages and /api of Handover.";
        send(response, HttpStatus.FORBIDDEN, "not-allowed", detail);
    }

    /**
     * The error page, or an answer that the engine's web applications can show; or the login page again, if it was open
     * for so long that its session has ended.
     */
    void refusedToPeople(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")) {
            refusedByEngine(request, response, refusal);
        } else if (refusal instanceof CsrfException && request.getRequestURI().endsWith("/login")) {
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** 400, without the detour over the error page: its request would be as odd. */
    void odd(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        send(
                response,
                HttpStatus.BAD_REQUEST,
                "odd-request",
                "The address or a header of the request is not well-formed.");
    }

    /** Back to the login page; the engine's web applications log out by a call and go there by themselves. */
    void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (request.getRequestURI().endsWith("/camunda/api/admin/auth/user/default/logout")) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    private void send(HttpServletResponse response, HttpStatus status, String slug, String detail) throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:handover:" + slug));
        problem.setProperty("message", detail); // where the engine's web applications look for it
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
