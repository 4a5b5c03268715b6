package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * What the engine's REST interface is open for, at {@code /engine-rest} and behind Tasklist, Cockpit and Admin at
 * {@code /camunda/api}: the list below and nothing else, for everybody including admins. The engine's own permissions
 * then say who may do it.
 *
 * <p>Left out are all calls that bring code, scripts or expressions into the engine (deployments, saved filters, calls
 * with instructions), that steer a process past its model (modification, migration, messages, signals, variables, BPMN
 * errors, assignment, deletion), that change rights, and that destroy or rewrite history. What a go-live needs of those
 * is offered by {@code /api}, where our own rules guard it. Source: {@code docs/adr/0014-engine-rest-by-list.md}.
 */
final class EngineRules {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The engine's resources below {@code /engine-rest[/engine/{name}]} and {@code /camunda/api/engine/engine/{name}}. */
    private static final Pattern ENGINE = Pattern.compile(
            "/engine-rest(?:/engine/[\\w-]+)?(?<path>/.*)?|/camunda/api/engine(?:/engine/[\\w-]+)?(?<webapp>/.*)?");

    /** Resources that can be read. */
    static final List<String> READABLE = List.of(
            "task",
            "filter",
            "process-definition",
            "process-instance",
            "execution",
            "variable-instance",
            "job",
            "job-definition",
            "incident",
            "deployment",
            "decision-definition",
            "decision-requirements-definition",
            "external-task",
            "event-subscription",
            "batch",
            "history",
            "user",
            "group",
            "tenant",
            "authorization",
            "case-definition",
            "case-instance",
            "case-execution");

    /** What the web applications have of their own: the session's user, their plugins (all of which only read). */
    static final List<Rule> WEB_APPLICATIONS = List.of(
            reading("/camunda/api/admin/auth/user/[\\w-]+"),
            reading("/camunda/api/(?:cockpit|tasklist|admin|welcome)/plugin/.*"),
            rule("POST", "/camunda/api/cockpit/plugin/base/.*"));

    static final List<Rule> ENGINE_RULES = Stream.of(
                    // Reading: the resources that the engine guards by its permissions.
                    reading("/?|/engine/?|/version"),
                    reading("/(?:%s)(?:/.*)?".formatted(String.join("|", READABLE))),
                    reading("/identity/groups|/identity/password-policy"),
                    // Reading by POST: queries with their conditions in the body.
                    rule(
                            "POST",
                            "/(?:task|process-instance|execution|variable-instance|job|external-task|user|group)"
                                    + "(?:/count)?"),
                    rule(
                            "POST",
                            "/history/(?:process-instance|task|activity-instance|variable-instance|detail|job-log"
                                    + "|decision-instance|external-task-log)(?:/count)?"),
                    rule("POST", "/filter/[^/]+/(?:list|singleResult|count)"),
                    rule("POST", "/identity/password-policy"),
                    // Working on a task. The listeners of the models check the person and the answer.
                    rule("POST", "/task/[^/]+/(?:claim|unclaim|complete|submit-form|comment/create)"),
                    rule("POST", "/process-definition/(?:key/)?[^/]+/submit-form"),
                    // Repairing what failed.
                    rule("PUT", "/(?:job|job-definition)/[^/]+/(?:retries|suspended)"),
                    rule("PUT", "/process-instance/[^/]+/suspended"),
                    rule("PUT", "/incident/[^/]+/annotation"),
                    rule("DELETE", "/incident/[^/]+/annotation"),
                    // Local accounts. Names, groups that are taken and accounts that are deleted go by our own rules
                    // and record:
                    // there is always an admin, and nobody leaves whom a go-live still needs.
                    rule("POST", "/(?:user|group)/create|/user/[^/]+/unlock"),
                    rule("PUT", "/user/[^/]+/credentials|/group/[^/]+(?:/members/[^/]+)?"))
            .toList();

    private EngineRules() {}

    /** True if the call is on the list. */
    static boolean allow(HttpServletRequest request) {
        var path = UriUtils.decode(request.getRequestURI(), "UTF-8")
                .substring(request.getContextPath().length());
        var engine = ENGINE.matcher(path);
        if (!engine.matches()) {
            return matches(WEB_APPLICATIONS, request.getMethod(), path);
        }
        var resource = engine.group("path") != null ? engine.group("path") : engine.group("webapp");
        return matches(ENGINE_RULES, request.getMethod(), resource == null ? "/" : resource);
    }

    private static boolean matches(List<Rule> rules, String method, String path) {
        return rules.stream().anyMatch(rule -> rule.matches(method, path));
    }

    private static Rule reading(String path) {
        return new Rule(READING, Pattern.compile(path));
    }

    private static Rule rule(String method, String path) {
        return new Rule(Set.of(method), Pattern.compile(path));
    }

    record Rule(Set<String> methods, Pattern path) {

        boolean matches(String method, String candidate) {
            return methods.contains(method) && path.matcher(candidate).matches();
        }
    }
}
