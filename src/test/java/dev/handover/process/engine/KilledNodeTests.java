package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.Node;
import dev.handover.TestDatabase;
import dev.handover.Web;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A node dies while it runs the checks of a step, after the customer's system has answered and before anything is recorded.
 * Another node runs them again, and nothing is there twice. Each node has an API key of its own, its name, so the called
 * server knows which one asks.
 */
class KilledNodeTests {

    /** Longer than a run of checks and its clean-up may take. */
    private static final Duration LOCK = Duration.ofSeconds(15);

    /** How late another node may be when the lock has ended, with the time for the checks themselves. */
    private static final Duration LATE = Duration.ofSeconds(60);

    /** More than one: how often nodes are killed at random in one test; see the profile "faults". */
    private static final int KILLS = Integer.getInteger("handover.kills", 0);

    @AutoClose
    private final TestServer customer = TestServer.start();

    private final JdbcConnectionDetails database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    private final Map<String, Node> nodes = new ConcurrentHashMap<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    /** What the checks of the step wait for, after one of them has been answered. */
    private volatile CompletableFuture<Void> held = CompletableFuture.completedFuture(null);

    @BeforeEach
    void startNodes() {
        customer.on("/key", request -> {
            var name = request.authorization().substring("Bearer ".length());
            if (!nodes.containsKey(name)) {
                return Response.status(401); // the check tries an altered key as well
            }
            asked.add(name);
            return Response.json("{}");
        });
        customer.on("/slow", request -> {
            held.orTimeout(20, TimeUnit.SECONDS).exceptionally(late -> null).join();
            return Response.json("{}");
        });
        start();
        nodes.values().forEach(Node::port); // the first one makes the tables and the people
        start();
        start();
        nodes.values().forEach(Node::port);
    }

    @AfterEach
    void stopNodes() {
        held.complete(null);
        nodes.values().forEach(Node::kill);
    }

    private void start() {
        var name = UUID.randomUUID().toString();
        var host = customer.hostAndPort();
        nodes.put(
                name,
                Node.startWithPeople(
                        database,
                        Map.ofEntries(
                                Map.entry("camunda.bpm.job-execution.lock-time-in-millis", "" + LOCK.toMillis()),
                                Map.entry("camunda.bpm.job-execution.max-wait", "3000"),
                                Map.entry("handover.checks.check-timeout", "PT8S"),
                                Map.entry("handover.checks.workflow-timeout", "PT8S"),
                                Map.entry("handover.checks.clean-up-timeout", "PT4S"),
                                Map.entry("handover.checks.run-deadline", "PT10S"),
                                Map.entry("handover.checks.allowed-hosts[0].pattern", host),
                                Map.entry("handover.checks.allowed-hosts[0].schemes", "http"),
                                Map.entry("handover.checks.allowed-hosts[0].private", "true"),
                                Map.entry("handover.secrets.aurora-erp-key.value", name),
                                Map.entry("handover.secrets.aurora-erp-key.hosts[0]", host))));
    }

    @Test
    void whatAKilledNodeHasCheckedIsCheckedAgainElsewhereAndRecordedOnce() throws Exception {
        held = new CompletableFuture<>();
        var killed = validate("killed");
        nodes.remove(asker()).kill();
        held.complete(null);
        recordedOnce(killed, LOCK.plus(LATE));

        held = new CompletableFuture<>();
        var stopped = validate("stopped");
        var leaving = nodes.remove(asker());
        leaving.close();
        held.complete(null);
        recordedOnce(stopped, LOCK.plus(LATE));
        assertThat(jdbc.queryForObject("select count(*) from act_hi_job_log where job_state_ = 1", Integer.class))
                .as("the job was given back in order, so the log says that it was cut off")
                .isPositive();
        killAtRandom();
    }

    private void killAtRandom() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            start();
            nodes.values().forEach(Node::port);
            held = new CompletableFuture<>();
            held.completeOnTimeout(null, ThreadLocalRandom.current().nextLong(300), TimeUnit.MILLISECONDS);
            var key = validate("random-" + i);
            var node = nodes.remove(asker());
            var moment = ThreadLocalRandom.current().nextLong(600);
            CompletableFuture.runAsync(node::kill, CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS))
                    .get(1, TimeUnit.MINUTES);
            recordedOnce(key, LOCK.plus(LATE));
        }
    }

    /** What keeps the engine from going on, for the message of a failure. */
    private List<String> jobs() {
        return jdbc.queryForList(
                "select concat_ws(' ', handler_cfg_, retries_, lock_owner_, duedate_, exception_msg_) from act_ru_job",
                String.class);
    }

    private String asker() throws InterruptedException {
        var name = asked.poll(90, TimeUnit.SECONDS);
        assertThat(name).as("a node asks").isNotNull();
        return name;
    }

    private void recordedOnce(String key, Duration within) {
        await().atMost(within)
                .untilAsserted(() -> assertThat(state(key))
                        .as(() -> "state; jobs: " + jobs())
                        .isEqualTo("TO_CONFIRM"));
        asked.clear();
        assertThat(jdbc.queryForList(
                        "select attempt from check_run where go_live = ? and step = 'INTEGRATIONS'",
                        Integer.class,
                        key))
                .containsExactly(1, 1);
        assertThat(jdbc.queryForList(
                        "select version from evidence where go_live = ? and title like 'Check: Crash%'",
                        Integer.class, key))
                .containsExactly(1, 1);
        assertThat(jdbc.queryForObject("select count(*) from act_ru_incident", Integer.class))
                .isZero();
    }

    private String state(String key) {
        return jdbc
                .queryForList(
                        "select state from step_progress where go_live = ? and step = 'INTEGRATIONS'",
                        String.class,
                        key)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Takes a go-live of a customer of its own to the checks of its steps. */
    private String validate(String customerId) {
        var submitted = person("requester")
                .call("POST", "/api/go-lives", plan(customerId), Map.of("Content-Type", "application/yaml"));
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
        var key = submitted.json().get("key").asText();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(tasks(key))
                        .as(() -> "tasks before validation; jobs: " + jobs())
                        .hasSize(8));
        for (var task : tasks(key)) {
            var accepts = task.get("taskDefinitionKey").asText().equals("UserTask_AcceptRole");
            var decision = accepts ? "accept" : "confirm";
            var answer = person(task.get("assignee").asText())
                    .json(
                            "POST",
                            "/engine-rest/task/%s/submit-form"
                                    .formatted(task.get("id").asText()),
                            """
                            {"variables": {"decision": {"value": "%s"}, "reason": {"value": "Done."}}}""".formatted(decision));
            assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        }
        return key;
    }

    private List<JsonNode> tasks(String key) {
        var found = person("admin").get("/engine-rest/task?maxResults=200&processInstanceBusinessKey=" + key);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        var tasks = new ArrayList<JsonNode>();
        found.json().forEach(tasks::add);
        return tasks;
    }

    private Web person(String id) {
        return Web.withPassword(nodes.values().iterator().next().port(), id, id);
    }

    private String plan(String customerId) {
        try {
            return Files.readString(Path.of("samples/aurora-small.yaml"))
                    .replaceFirst("(?m)^integrations:\\n(?:[ #-].*\\n)+", INTEGRATIONS)
                    .replace("id: aurora\n", "id: %s\n".formatted(customerId))
                    .replace("http://localhost:8090", "http://" + customer.hostAndPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String INTEGRATIONS = """
            integrations:
              - id: crash-key
                name: Crash key
                kind: api-key
                url: http://localhost:8090/key
                secret: aurora-erp-key
              - id: crash-slow
                name: Crash slow
                kind: connector
                url: http://localhost:8090/slow
            """;
}
