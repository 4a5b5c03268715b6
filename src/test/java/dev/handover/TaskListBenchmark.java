package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long Tasklist waits for its first page and its count with 50,000 open go-lives (another number by
 * {@code -Dhandover.go-lives}), for people with few tasks and with one of each go-live, side by side with an admin. The go-lives
 * are copies of one that was started, the only one in this database, row by row; of the engine's tables, those that these
 * queries read and the variables.
 * {@code mvn -Pbench -Dtest=TaskListBenchmark test}.
 */
@ApplicationTest
class TaskListBenchmark {

    private static final int GO_LIVES = Integer.getInteger("handover.go-lives", 50_000);
    private static final int SHARES = Math.max(1, GO_LIVES / 50);
    private static final int ROUNDS = 40;
    private static final String DOOR = "/camunda/api/engine/engine/default";

    /** Columns that point at what is copied as well, by table, in the order of the foreign keys. */
    private static final Map<String, Set<String>> IDS = Map.of(
            "act_ru_execution",
            Set.of("id_", "root_proc_inst_id_", "proc_inst_id_", "parent_id_", "super_exec_", "business_key_"),
            "act_ru_task",
            Set.of("id_", "execution_id_", "proc_inst_id_"),
            "act_ru_variable",
            Set.of("id_", "execution_id_", "proc_inst_id_", "task_id_", "var_scope_"),
            "act_hi_taskinst",
            Set.of("id_", "root_proc_inst_id_", "proc_inst_id_", "execution_id_"));

    private static final List<String> ORDER =
            List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_hi_taskinst");

    @Autowired
    private Handoff handoff;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @LocalServerPort
    private int port;

    @Test
    void theFirstPageAndTheCount() {
        somebodyWithFewTasks();
        copy(handoff.start().key());
        var jdbc = owner.jdbc();
        System.out.printf(
                "%,d go-lives, %,d open tasks, %,d variables, %,d rights in all%n",
                jdbc.queryForObject("select count(*) from go_live", Long.class),
                jdbc.queryForObject("select count(*) from act_ru_task", Long.class),
                jdbc.queryForObject("select count(*) from act_ru_variable", Long.class),
                jdbc.queryForObject("select count(*) from act_ru_authorization", Long.class));
        System.out.printf(
                "This machine: SHA-256 of 64 MB %d ms, PostgreSQL counts to a million in %d ms%n",
                took(TaskListBenchmark::digest).toMillis(),
                took(() -> jdbc.queryForObject("select count(*) from generate_series(1, 1000000)", Long.class))
                        .toMillis());
        System.out.printf("%-56s %12s %8s %8s%n", "", "tasks", "p50 ms", "p95 ms");
        for (var person : List.of("owner-7", "support")) {
            measure(person, person.equals("support") ? "has one of each" : "has 50");
        }
        measure("admin", "sees all");
    }

    private void measure(String userId, String who) {
        var browser = Web.browser(port);
        browser.logIn(userId, userId);
        browser.page("/camunda/app/tasklist/default/");
        var headers = Map.of(
                "Accept",
                "application/hal+json",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN").orElseThrow());
        for (var filter :
                userId.equals("admin") ? List.of("My tasks", "Overdue", "All open") : List.of("My tasks", "Overdue")) {
            var path = DOOR + "/filter/%s/list?firstResult=0&maxResults=15".formatted(idOf(filter));
            row(
                    "%s, who %s: page of \"%s\"".formatted(userId, who, filter),
                    () -> browser.json("POST", path, "{}", headers)
                            .json()
                            .get("count")
                            .asLong());
        }
        row(
                "%s, who %s: count".formatted(userId, who),
                () -> browser.get(DOOR + "/task/count").json().get("count").asLong());
    }

    private static void row(String what, Supplier<Long> call) {
        var found = IntStream.range(0, 5)
                .mapToObj(i -> call.get())
                .reduce((one, other) -> other)
                .orElseThrow();
        var times = IntStream.range(0, ROUNDS)
                .mapToLong(i -> took(call).toMillis())
                .sorted()
                .toArray();
        System.out.printf("%-56s %,12d %8d %8d%n", what, found, times[ROUNDS / 2], times[ROUNDS * 95 / 100]);
    }

    private static Duration took(Supplier<?> work) {
        long started = System.nanoTime();
        work.get();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(new byte[64 << 20]);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idOf(String filter) {
        return filters.createFilterQuery().filterName(filter).singleResult().getId();
    }

    /** One of many who each hold the production role of 50 go-lives. */
    private void somebodyWithFewTasks() {
        var person = identity.newUser("owner-7");
        person.setPassword("owner-7");
        ((IdentityServiceImpl) identity).saveUser(person, true);
        identity.createMembership("owner-7", "owners");
    }

    private void copy(String key) {
        var jdbc = owner.jdbc();
        jdbc.update(
                "insert into go_live select (jsonb_populate_record(g, jsonb_build_object('key', key || '-' || n))).*"
                        + " from go_live g, generate_series(1, ?) n where key = ?",
                GO_LIVES,
                key);
        jdbc.update(
                "insert into participant select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'go_live', go_live || '-' || n))).* from participant p, generate_series(1, ?) n where go_live = ?",
                GO_LIVES,
                key);
        ORDER.forEach(table -> copyRows(jdbc, table));
        jdbc.execute("analyze");
    }

    private static void copyRows(JdbcTemplate jdbc, String table) {
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? and table_schema = current_schema()",
                String.class,
                table);
        var values = columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "));
        var rows = jdbc.update(
                "insert into %s (%s) select %s from %s, generate_series(1, ?) n"
                        .formatted(table, String.join(", ", columns), values, table),
                GO_LIVES);
        assertThat(rows).as(table).isPositive();
    }

    /** Of each copy another id, another due date (half of them past), and for the production owner one of many people. */
    private static String value(String table, String column) {
        if (IDS.get(table).contains(column)) {
            return column + " || '-' || n";
        }
        return switch (column) {
            case "due_date_" -> "now() + (n - %d) * interval '5 seconds'".formatted(GO_LIVES / 2);
            case "assignee_" ->
                "case assignee_ when 'production' then 'owner-' || n %% %d else assignee_ end".formatted(SHARES);
            default -> column;
        };
    }
}
