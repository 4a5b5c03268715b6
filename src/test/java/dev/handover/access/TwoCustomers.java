package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two go-lives of two customers that have nobody in common, and the ids of what they are made of, by placeholder. */
class TwoCustomers {

    private static final List<String> OWNERS =
            List.of("production", "support", "business", "change", "environment", "customer");
    /** As the sample plan names them. */
    private static final List<String> LINES = List.of(
            "production: ", "support: ", "businessAcceptance: ", "changeApproval: ", "environment: ", "customer: ");

    private static final AtomicInteger PERIODS = new AtomicInteger();

    private final Handoff handoff;
    private final Rest rest;
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final FilterService filters;
    private final Manifests manifests;
    private final JdbcTemplate jdbc;

    TwoCustomers(
            Handoff handoff,
            Rest rest,
            IdentityService identity,
            RuntimeService runtime,
            ManagementService management,
            FilterService filters,
            Manifests manifests,
            JdbcTemplate jdbc) {
        this.handoff = handoff;
        this.rest = rest;
        this.identity = identity;
        this.runtime = runtime;
        this.management = management;
        this.filters = filters;
        this.manifests = manifests;
        this.jdbc = jdbc;
    }

    /** Ids of the go-live of the sample people. */
    Map<String, String> own() {
        return idsOf(handoff.start(), "");
    }

    /** Ids of a go-live of other people. */
    Map<String, String> foreign() {
        OWNERS.forEach(owner -> add("other-" + owner, Group.OWNERS));
        add("other-validator", Group.VALIDATORS);
        add("other-requester", Group.PROJECT_TEAM);
        var plan = handoff.plan().replace("owner: validator", "owner: other-validator");
        for (var i = 0; i < OWNERS.size(); i++) {
            var line = "\n  " + LINES.get(i);
            plan = plan.replace(line + OWNERS.get(i) + "\n", line + "other-" + OWNERS.get(i) + "\n");
        }
        var answer = rest.postYaml("other-requester", "/api/go-lives", plan);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return idsOf(handoff.goOn(answer.json().get("key").asText(), plan), "other-");
    }

    /** Ids of nothing. */
    static Map<String, String> unknown(Map<String, String> ids) {
        var unknown = new HashMap<>(ids);
        unknown.replaceAll(
                (name, id) -> name.equals("filter") ? id : UUID.randomUUID().toString());
        unknown.put("sha256", "0".repeat(64));
        unknown.put("key", "no-such-go-live-1");
        return unknown;
    }

    /** The same with a deputy and an absence that nobody has ended yet. */
    Map<String, String> withPeriods(Map<String, String> ids) {
        var people = ids.get("people");
        var with = new HashMap<>(ids);
        with.put("deputy", period(people, "/api/deputies", "deputy", people + "support"));
        with.put("absence", period(people, "/api/absences", "note", "Away"));
        return with;
    }

    private String period(String people, String path, String name, String value) {
        var day = LocalDate.now().plusYears(1).plusDays(PERIODS.incrementAndGet());
        var answer = rest.post(
                people + "production", path, Map.of(name, value, "from", day.toString(), "until", day.toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    void leave() {
        OWNERS.forEach(owner -> identity.deleteUser("other-" + owner));
        identity.deleteUser("other-validator");
        identity.deleteUser("other-requester");
    }

    private void add(String id, Group group) {
        var person = identity.newUser(id);
        person.setEmail(id + "@handover.example");
        person.setPassword(id);
        ((IdentityServiceImpl) identity).saveUser(person, true);
        identity.createMembership(id, group.id());
    }

    private Map<String, String> idsOf(Handoff.Run goLive, String people) {
        var owner = people + "production";
        var task = goLive.task(owner, "UserTask_AcceptRole");
        var id = task.get("id").asText();
        var evidence = rest.addStatement(people + "support", goLive.key(), "support-handoff", "Pack", "It is ready.");
        var comment = rest.post(owner, "/engine-rest/task/%s/comment/create".formatted(id), Map.of("message", "Hm."));
        rest.post(owner, goLive.path("/blockers"), Map.of("title", "Whoever is told, is told by a job"));
        var job = jobOf(goLive.key());
        var ids = new HashMap<String, String>();
        ids.put("people", people);
        ids.put("key", goLive.key());
        ids.put("task", id);
        ids.put("taskId", id);
        ids.put("instance", task.get("processInstanceId").asText());
        ids.put("execution", task.get("executionId").asText());
        ids.put("evidence", evidence.json().get("id").asText());
        ids.put("comment", comment.json().get("id").asText());
        ids.put("variable", variableOf(ids.get("instance")));
        ids.put("job", job.getId());
        ids.put("waiting", job.getProcessInstanceId());
        ids.put("root", rootOf(goLive.key()));
        ids.put(
                "filter",
                filters.createFilterQuery()
                        .filterName("My tasks")
                        .singleResult()
                        .getId());
        ids.put("id", UUID.randomUUID().toString());
        ids.put("sha256", manifestOf(goLive.key()));
        ids.put("condition", conditionOf(goLive.key(), owner, ids.get("sha256")));
        ids.put("day", "2031-01-01");
        ids.put("deputy", UUID.randomUUID().toString());
        ids.put("absence", UUID.randomUUID().toString());
        return ids;
    }

    /** As if its production owner had approved something on a condition: that comes long after the tasks that the table needs. */
    private String conditionOf(String key, String owner, String manifest) {
        var signOff = UUID.randomUUID();
        jdbc.update("""
                insert into sign_off (id, go_live, role, round, state, manifest, asked_at, told_at, decided_by, decided_at, reminders, row_version)
                values (?, ?, 'BUSINESS', 1, 'APPROVED', ?, now(), now(), ?, now(), 0, 0)
                """, signOff, key, manifest, owner);
        var condition = UUID.randomUUID();
        jdbc.update("""
                insert into sign_off_condition (id, sign_off, text, owner, due, expires)
                values (?, ?, 'Train the second shift', 'PRODUCTION', current_date + 7, current_date + 14)
                """, condition, signOff);
        return condition.toString();
    }

    private String manifestOf(String key) {
        return manifests
                .keep(new Manifest(new GoLiveKey(key), List.of(EvidenceKind.SUPPORT_HANDOFF), List.of()))
                .sha256();
    }

    private String variableOf(String instance) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private Job jobOf(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(each -> management.createJobQuery().processInstanceId(each.getId()).list().stream())
                .findFirst()
                .orElseThrow();
    }

    private String rootOf(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key, "go-live")
                .singleResult()
                .getId();
    }
}
