package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.time.AdjustableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;

/**
 * Takes go-lives of the small sample plan through the started application, as the sample people would: over REST and the
 * engine's REST, which is what Tasklist calls. Each go-live is one of a customer of its own, so tests do not meet.
 */
@TestComponent
public class Handoff {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final Rest rest;
    private final EngineJobs jobs;
    private final SampleCustomerEnvironment customer;
    private final AdjustableClock clock;

    Handoff(Rest rest, EngineJobs jobs, SampleCustomerEnvironment customer, AdjustableClock clock) {
        this.rest = rest;
        this.jobs = jobs;
        this.customer = customer;
        this.clock = clock;
    }

    /** The small sample plan, for a customer of its own and the sample environment as it runs here. */
    public String plan() {
        try {
            return Files.readString(Path.of("samples/aurora-small.yaml"))
                    .replace("http://localhost:8090", customer.baseUrl().toString())
                    .replace("id: aurora\n", "id: aurora-%d\n".formatted(CUSTOMERS.incrementAndGet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Submits the plan as requester. */
    public Run start() {
        return start(plan());
    }

    public Run start(String plan) {
        var answer = rest.postYaml("requester", "/api/go-lives", plan);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var run = new Run(answer.json().get("key").asText(), plan);
        run.work();
        return run;
    }

    /** Goes on with a go-live that was started otherwise, by a person in the Tasklist for instance. */
    public Run goOn(String key, String plan) {
        var run = new Run(key, plan);
        run.work();
        return run;
    }

    /** One go-live that is under way. */
    public final class Run {

        private final String key;
        private final String plan;

        private Run(String key, String plan) {
            this.key = key;
            this.plan = plan;
        }

        public String key() {
            return key;
        }

        public String plan() {
            return plan;
        }

        public String path(String rest) {
            return "/api/go-lives/" + key + rest;
        }

        /** Lets the engine do what is due. */
        public void work() {
            jobs.runDue(key);
        }

        public void wait(Duration time) {
            clock.forward(time);
            work();
        }

        public JsonNode state() {
            return rest.get("admin", path("")).json();
        }

        public String phase() {
            return state().get("phase").asText();
        }

        /** Ids of the user tasks that wait, sorted, each as often as it waits. */
        public List<String> waiting() {
            return tasks("admin").stream()
                    .map(task -> task.get("taskDefinitionKey").asText())
                    .sorted()
                    .toList();
        }

        /** Tasks of this go-live that the person sees. */
        public List<JsonNode> tasks(String user) {
            var found = rest.get(user, "/engine-rest/task?maxResults=200&processInstanceBusinessKey=" + key)
                    .json();
            return StreamSupport.stream(found.spliterator(), false).toList();
        }

        public JsonNode task(String user, String element) {
            return tasks(user).stream()
                    .filter(task -> task.get("taskDefinitionKey").asText().equals(element))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("%s has no %s; waiting: %s".formatted(user, element, waiting())));
        }

        /** Completes a task as its form would, and lets the engine go on. */
        public Rest.Answer answer(String user, String element, Object... fields) {
            var answer = submit(user, task(user, element), fields);
            work();
            return answer;
        }

        public Rest.Answer submit(String user, JsonNode task, Object... fields) {
            var variables = new HashMap<String, Object>();
            for (int i = 0; i < fields.length; i += 2) {
                variables.put((String) fields[i], Map.of("value", fields[i + 1]));
            }
            return rest.post(
                    user,
                    "/engine-rest/task/%s/submit-form".formatted(task.get("id").asText()),
                    Map.of("variables", variables));
        }

        public void done(String user, String element, Object... fields) {
            var answer = answer(user, element, fields);
            assertThat(answer.status()).as("%s: %s", element, answer.text()).isEqualTo(204);
        }

        /** What the form of the task would show in a field. */
        public String field(String user, String element, String name) {
            var id = task(user, element).get("id").asText();
            return rest.get(user, "/engine-rest/task/%s/form-variables?deserializeValues=false".formatted(id))
                    .json()
                    .at("/%s/value".formatted(name))
                    .asText();
        }

        public Run meetPrerequisites() {
            done(
                    "requester",
                    "UserTask_ConfirmEnvironmentReadiness",
                    "decision",
                    "confirm",
                    "reason",
                    "All hosts are up.");
            done(
                    "requester",
                    "UserTask_ConfirmProductConfiguration",
                    "decision",
                    "confirm",
                    "reason",
                    "Tenant is set up.");
            for (var owner : List.of("production", "support", "business", "change", "environment", "customer")) {
                done(owner, "UserTask_AcceptRole", "decision", "accept");
            }
            return this;
        }

        /** Confirms every step that waits for it. */
        public Run confirmSteps() {
            for (var task : new ArrayList<>(tasks("admin"))) {
                if (task.get("taskDefinitionKey").asText().equals("UserTask_ConfirmStep")) {
                    var answer = submit(
                            task.get("assignee").asText(),
                            task,
                            "decision",
                            "confirm",
                            "reason",
                            "Tried it, it works.");
                    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
                }
            }
            work();
            return this;
        }

        public void sign(String user, String element) {
            done(user, element, "decision", "approve", "manifest", field(user, element, "manifest"));
        }

        public Run signOff() {
            sign("business", "UserTask_SignOffBusiness");
            sign("environment", "UserTask_SignOffEnvironment");
            sign("change", "UserTask_ApproveChange");
            return this;
        }

        /** The small sample's window opens twenty minutes after submission. */
        public Run openWindow() {
            wait(Duration.ofMinutes(21));
            return this;
        }

        public Run goLive() {
            done("production", "UserTask_DecideGo", "decision", "go");
            done("production", "UserTask_ConfirmGoLive", "decision", "confirm");
            return this;
        }

        public Run reachValidation() {
            return meetPrerequisites();
        }

        public Run reachSignOff() {
            return reachValidation().confirmSteps();
        }

        public Run reachRelease() {
            return reachSignOff().signOff();
        }

        public Run reachStabilization() {
            return reachRelease().openWindow().goLive();
        }
    }
}
