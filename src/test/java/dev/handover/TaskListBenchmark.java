package dev.handover;

import static java.util.stream.Collectors.toMap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long Tasklist waits for its first page and its count with 50,000 open go-lives (another number by
 * {@code -Dhandover.go-lives}), for people with few tasks and with one of each go-live, side by side with an admin and with
 * the same questions in bare SQL. The go-lives
 * are copies of one that was started, the only one in this database, row by row; of the engine's tables, those that these
 * queries read and the variables.
 * {@code mvn -Pbench -Dtest=TaskListBenchmark test}.
 */
@ApplicationTest
class TaskListBenchmark {

    private static final int GO_LIVES = Integer.getInteger("handover.go-lives", 50_000);
    private static final int SHARES = Math.max(1, GO_LIVES / 50);
    private static final int WARM_UP = 5;
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

    @Autowired
    private DataSource pool;

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
        System.out.printf("%-40s%26s%26s%26s%n", "tasks, p50 and p95 in ms", "has 50", "has one of each", "sees all");
        var all = Stream.of("owner-7", "support", "admin").map(this::logIn).toList();
        row("My tasks, newest first", all, person -> person.page("My tasks", "created", "desc"));
        row("Overdue, newest first", all, person -> person.page("Overdue", "created", "desc"));
        row("Overdue, most urgent first", all, person -> person.page("Overdue", "dueDate", "asc"));
        row("All open, newest first", all.subList(2, 3), person -> person.page("All open", "created", "desc"));
        row("How many there are", all, Person::count);
        row("Reference: a filter without its tasks", all, Person::filter);
        reference("Reference: 15 tasks by SQL", "select id_ from act_ru_task order by create_time_ desc limit 15");
        reference("Reference: how many by SQL", "select count(*) from act_ru_task");
    }

    private Person logIn(String userId) {
        var browser = Web.browser(port);
        browser.logIn(userId, userId);
        browser.page("/camunda/app/tasklist/default/");
        var ids = filters.createFilterQuery().listPage(0, 50).stream().collect(toMap(Filter::getName, Filter::getId));
        return new Person(browser, ids);
    }

    /** One after the other in each round, so that whatever else this machine does meets all of them. */
    private static void row(String what, List<Person> people, ToLongFunction<Person> question) {
        var found = people.stream().map(question::applyAsLong).toList();
        IntStream.range(0, WARM_UP).forEach(i -> people.forEach(question::applyAsLong));
        var rounds = IntStream.range(0, ROUNDS)
                .mapToObj(i -> people.stream()
                        .map(person -> took(() -> question.applyAsLong(person)).toMillis())
                        .toList())
                .toList();
        System.out.printf("%-40s%s", what, "%26s".formatted("").repeat(3 - people.size()));
        for (int i = 0; i < people.size(); i++) {
            int column = i;
            System.out.print(cell(found.get(i), rounds.stream().map(round -> round.get(column))));
        }
        System.out.println();
    }

    private static String cell(long found, Stream<Long> millis) {
        var times = millis.sorted().toList();
        return "%,10d %7d %7d".formatted(found, times.get(ROUNDS / 2), times.get(ROUNDS * 95 / 100));
    }

    private void reference(String what, String query) {
        var jdbc = new JdbcTemplate(pool);
        IntStream.range(0, WARM_UP).forEach(i -> jdbc.queryForList(query));
        var times = IntStream.range(0, ROUNDS)
                .mapToObj(i -> took(() -> jdbc.queryForList(query)).toMillis());
        System.out.printf("%-40s%s%n", what, cell(jdbc.queryForList(query).size(), times));
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
        jdbc.execute("vacuum analyze");
    }

    private void copyRows(JdbcTemplate jdbc, String table) {
        var columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_name = ? and table_schema = current_schema()",
                String.class,
                table);
        var values = columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "));
        owner.tamper(
                "insert into %s (%s) select %s from %s, generate_series(1, ?) n"
                        .formatted(table, String.join(", ", columns), values, table),
                GO_LIVES);
    }

    /** Of each copy another id, another due date (half of them past), and for the production owner one of many people. */
    private static String value(String table, String column) {
        if (IDS.get(table).contains(column)) {
            return column + " || '-' || n";
        }
        return switch (column) {
            case "create_time_", "start_time_" -> column + " - n * interval '1 minute'";
            case "due_date_" -> "now() + (n - %d) * interval '5 seconds'".formatted(GO_LIVES / 2);
            case "assignee_" ->
                "case assignee_ when 'production' then 'owner-' || n %% %d else assignee_ end".formatted(SHARES);
            default -> column;
        };
    }

    /** Somebody at the Tasklist. */
    private record Person(Web browser, Map<String, String> ids) {

        /** Asks for the first page as Tasklist does. */
        long page(String filter, String sortBy, String order) {
            return ask(filter, "{\"sorting\": [{\"sortBy\": \"%s\", \"sortOrder\": \"%s\"}]}".formatted(sortBy, order));
        }

        long ask(String filter, String query) {
            return browser.json(
                            "POST",
                            DOOR + "/filter/%s/list?firstResult=0&maxResults=15".formatted(ids.get(filter)),
                            query,
                            Map.of(
                                    "Accept",
                                    "application/hal+json",
                                    "X-XSRF-TOKEN",
                                    browser.cookie("XSRF-TOKEN").orElseThrow()))
                    .json()
                    .get("count")
                    .asLong();
        }

        long count() {
            return browser.get(DOOR + "/task/count").json().get("count").asLong();
        }

        long filter() {
            return browser.get(DOOR + "/filter/" + ids.get("My tasks")).json().size();
        }
    }
}
