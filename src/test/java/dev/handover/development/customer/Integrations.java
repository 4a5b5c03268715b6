package dev.handover.development.customer;

import dev.handover.development.http.Handler;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Connectors, API keys, imports and scheduled jobs. Every id of lower-case letters, digits and hyphens exists, so that a
 * plan of any size can be tried.
 */
final class Integrations {

    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration STALE = Duration.ofDays(60);

    private final Clock clock;
    private final Switches switches;

    Integrations(Clock clock, Switches switches) {
        this.clock = clock;
        this.switches = switches;
    }

    void addTo(Routes routes) {
        routes.get("/connectors/{id}", existing(this::connector))
                .get("/api-keys/{id}", existing(this::apiKey))
                .get("/jobs/{id}", existing(this::job));
    }

    private static Handler existing(Handler handler) {
        return request -> request.variable("id").matches("[a-z0-9-]+")
                ? handler.answer(request)
                : Response.problem(404, "An id has lower-case letters, digits and hyphens.");
    }

    private Response connector(Request request) {
        return switches.isConnectorBroken(request.variable("id"))
                ? Response.json(503, Map.of("status", "disconnected"))
                : Response.json(Map.of("status", "connected"));
    }

    private Response apiKey(Request request) {
        var id = request.variable("id");
        var accepted = request.header("X-Api-Key")
                        .or(request::bearerToken)
                        .filter(token -> token.equals(id + "-token"))
                        .isPresent()
                && !switches.isBroken(Part.API_KEYS);
        return accepted
                ? Response.json(Map.of("id", id, "status", "accepted"))
                : Response.problem(401, "The key is missing or not valid.").with("WWW-Authenticate", "Bearer");
    }

    /** The last run succeeded either way: a schedule that stopped is a job nobody sees fail. */
    private Response job(Request request) {
        var age = switches.isBroken(Part.JOBS) ? STALE : FRESH;
        var lastSuccess = clock.instant().minus(age).truncatedTo(ChronoUnit.SECONDS);
        return Response.json(Map.of("id", request.variable("id"), "lastSuccess", lastSuccess, "status", "SUCCEEDED"));
    }
}
