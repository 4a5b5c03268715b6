package dev.handover.development.customer;

import dev.handover.development.http.Handler;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Health, backup status, and a Prometheus-style API (format: Prometheus HTTP API v1, instant queries). A query is the name
 * of a series, with label matchers or without; one that does not exist has an empty answer, as in Prometheus.
 */
final class Operations {

    static final Duration BACKUP_AGE = Duration.ofMinutes(30);
    static final Duration STALE_BACKUP_AGE = Duration.ofDays(30);
    static final Duration RESTORE_TEST_AGE = Duration.ofDays(12);
    static final Duration STALE_RESTORE_TEST_AGE = Duration.ofDays(500);

    /** A series name, then perhaps matchers of the labels. */
    private static final Pattern SELECTOR = Pattern.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{([^{}]*)})?\\s*");

    private static final Pattern MATCHER = Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*=\\s*\"([^\"]*)\"\\s*");

    private static final Map<String, String> LABELS = Map.of("job", "aurora", "instance", "aurora-prod:443");

    private final Clock clock;
    private final Switches switches;

    Operations(Clock clock, Switches switches) {
        this.clock = clock;
        this.switches = switches;
    }

    void addTo(Routes routes) {
        routes.get("/health", this::health)
                .get("/backup", this::backup)
                .get("/prometheus/-/healthy", monitored(r -> Response.text(200, "Prometheus Server is Healthy.\n")))
                .get("/prometheus/api/v1/query", monitored(this::query))
                .get("/prometheus/api/v1/targets", monitored(this::targets))
                .get("/alertmanager/api/v2/status", r -> Response.json(Map.of("cluster", Map.of("status", "ready"))))
                .get("/alertmanager/api/v2/receivers", r -> Response.json(List.of(Map.of("name", "support-on-call"))))
                .get("/alertmanager/api/v2/alerts", this::alerts);
    }

    private Response health(Request request) {
        return switches.isBroken(Part.HEALTH)
                ? Response.json(503, Map.of("status", "DOWN"))
                : Response.json(Map.of("status", "UP"));
    }

    private Response backup(Request request) {
        var backupAge = switches.isBroken(Part.BACKUP) ? STALE_BACKUP_AGE : BACKUP_AGE;
        var restoreTestAge = switches.isBroken(Part.RESTORE_TEST) ? STALE_RESTORE_TEST_AGE : RESTORE_TEST_AGE;
        return Response.json(Map.of("lastBackup", ago(backupAge), "lastRestoreTest", ago(restoreTestAge)));
    }

    private Instant ago(Duration age) {
        return clock.instant().minus(age).truncatedTo(ChronoUnit.SECONDS);
    }

    private Handler monitored(Handler handler) {
        return request -> switches.isBroken(Part.MONITORING)
                ? Response.text(503, "The monitoring is not available.\n")
                : handler.answer(request);
    }

    private Response query(Request request) {
        var selector = SELECTOR.matcher(request.query("query").orElse(""));
        if (!selector.matches() || !areMatchers(selector.group(2))) {
            return Response.json(
                    400,
                    Map.of(
                            "status", "error",
                            "errorType", "bad_data",
                            "error",
                                    "invalid parameter \"query\": only the name of a series is understood here, as up"));
        }
        var value = values().get(selector.group(1));
        var found = value != null && matchesLabels(selector.group(2));
        return success(Map.of(
                "resultType", "vector", "result", found ? List.of(sample(selector.group(1), value)) : List.of()));
    }

    private Map<String, String> values() {
        return Map.of(
                "up", "1",
                "probe_success", "1",
                "http_error_rate", switches.isBroken(Part.ERROR_RATE) ? "0.18" : "0.002");
    }

    private Map<String, Object> sample(String series, String value) {
        var seconds = BigDecimal.valueOf(clock.instant().toEpochMilli(), 3);
        var metric = Map.of("__name__", series, "job", LABELS.get("job"), "instance", LABELS.get("instance"));
        return Map.of("metric", metric, "value", List.of(seconds, value));
    }

    private static boolean areMatchers(String matchers) {
        return matchers == null
                || matchers.isBlank()
                || List.of(matchers.split(",")).stream()
                        .allMatch(matcher -> MATCHER.matcher(matcher).matches());
    }

    private static boolean matchesLabels(String matchers) {
        return matchers == null
                || MATCHER.matcher(matchers)
                        .results()
                        .allMatch(found -> found.group(2).equals(LABELS.getOrDefault(found.group(1), "")));
    }

    private Response targets(Request request) {
        var isUp = !switches.isBroken(Part.TARGET);
        var target = Map.of(
                "labels",
                LABELS,
                "scrapePool",
                "aurora",
                "scrapeUrl",
                "https://aurora-prod:443/metrics",
                "health",
                isUp ? "up" : "down",
                "lastError",
                isUp ? "" : "dial tcp: connection refused",
                "lastScrape",
                ago(Duration.ofSeconds(15)));
        return success(Map.of("activeTargets", List.of(target), "droppedTargets", List.of()));
    }

    /** The filters of the request are left to the caller, as some proxies leave them out. */
    private Response alerts(Request request) {
        var silenced = alert("DiskFillsUp", "suppressed", List.of("a-silence"));
        return Response.json(
                switches.isBroken(Part.ALERT)
                        ? List.of(silenced, alert("AuroraDown", "active", List.of()))
                        : List.of(silenced));
    }

    private static Map<String, Object> alert(String name, String state, List<String> silencedBy) {
        return Map.of(
                "labels", Map.of("alertname", name, "severity", "critical"),
                "status", Map.of("state", state, "silencedBy", silencedBy, "inhibitedBy", List.of()));
    }

    private static Response success(Map<String, Object> data) {
        return Response.json(Map.of("status", "success", "data", data));
    }
}
