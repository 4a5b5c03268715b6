package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Puts a login into the session in place of the one that is there. */
@Component
class Sessions {

    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();

    /** For this request and those that follow; a program without a session has it for this request only. */
    void keep(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(login);
        SecurityContextHolder.setContext(context);
        if (request.getSession(false) != null) {
            repository.saveContext(context, request, response);
        }
    }
}
