package dev.handover.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.access.CurrentUser;
import dev.handover.access.Viewer;
import dev.handover.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Answers calls for what is somebody else's in the engine's REST interface as calls for what does not exist. The engine
 * itself says 403 to the one and, by resource, 400, 404 or 500 to the other, so that ids could be tried out. Only for people
 * who do not see every go-live: those have their own tasks there, and nothing else.
 */
class ForeignIds extends OncePerRequestFilter {

    private static final String DOOR = "(?:/engine-rest|/camunda/api/engine)(?:/engine/[\\w-]+)?";

    /** Without the calls whose refusal says more to who held the task until now; see {@code ReadableRefusals}. */
    private static final Pattern TASK = Pattern.compile(
            DOOR + "/task/(?!(?:count|report)(?:/|$))(?<id>[^/]+)(?:/(?!(?:claim|complete|submit-form)$).*)?");

    private static final Pattern NEVER_THEIRS = Pattern.compile(
            DOOR
                    + "/(?<what>process-instance|execution|variable-instance|job|incident|external-task|event-subscription|batch"
                    + "|case-instance|case-execution|history/[a-z-]+)/(?!(?:count|report|statistics)(?:/|$))(?<id>[^/]+)(?:/.*)?");

    private final CurrentUser user;
    private final TaskService tasks;
    private final ObjectMapper json;

    ForeignIds(CurrentUser user, TaskService tasks, ObjectMapper json) {
        this.user = user;
        this.tasks = tasks;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal =
                user.find().filter(viewer -> !viewer.seesEverything()).flatMap(viewer -> refusal(request, viewer));
        if (refusal.isPresent()) {
            answer(response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Refusal> refusal(HttpServletRequest request, Viewer viewer) {
        var path = UriUtils.decode(request.getRequestURI(), "UTF-8")
                .substring(request.getContextPath().length());
        var task = TASK.matcher(path);
        if (task.matches()) {
            return isTheirs(task.group("id"), viewer.userId())
                    ? Optional.empty()
                    : Optional.of(Refusal.notFound("task", task.group("id")));
        }
        var other = NEVER_THEIRS.matcher(path);
        return other.matches()
                ? Optional.of(Refusal.notFound(other.group("what").replaceAll("[/-]", " "), other.group("id")))
                : Optional.empty();
    }

    private boolean isTheirs(String taskId, String userId) {
        return tasks.createTaskQuery()
                        .taskId(taskId)
                        .or()
                        .taskAssignee(userId)
                        .taskOwner(userId)
                        .endOr()
                        .count()
                > 0;
    }

    /** As {@code EngineAnswers} does. */
    private void answer(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.code().status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "urn:handover:" + refusal.code().slug(), "message", refusal.getMessage()));
    }
}
