package dev.handover.process.web;

import dev.handover.process.OpenTasks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever opens a form decides on what stands at that moment. The engine keeps form fields as they were when the task was
 * given out, so what the decision is bound to is brought up to date whenever a form is read.
 */
class FreshForms extends OncePerRequestFilter {

    private static final Pattern FORM = Pattern.compile("/task/([a-zA-Z0-9-]+)/form-variables$");

    private static final Logger LOG = LoggerFactory.getLogger(FreshForms.class);

    private final OpenTasks tasks;

    FreshForms(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var form = FORM.matcher(request.getRequestURI());
        if (form.find()) {
            refresh(form.group(1));
        }
        chain.doFilter(request, response);
    }

    /** Where two come at once, the other has refreshed it, or decided; what is stale by now is refused when it is submitted. */
    private void refresh(String task) {
        try {
            tasks.refresh(task);
        } catch (OptimisticLockingException e) {
            LOG.debug("task {} was refreshed or decided by somebody else in the same moment", task, e);
        }
    }
}
