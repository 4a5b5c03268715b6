package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** How PostgreSQL reads the first page of a Tasklist when there are many tasks (V40). */
class TaskIndexesTests {

    private static final int TASKS = 20_000;

    private final EngineDatabase database = new EngineDatabase();
    private final JdbcTemplate jdbc = database.jdbc();

    @BeforeEach
    void manyTasks() {
        database.migrateTo("40");
        jdbc.update(
                "insert into act_ru_task (id_, rev_, name_, assignee_, create_time_, due_date_)"
                        + " select n::text, 1, 'A task', case when n > ? / 2 then 'support' else 'owner-' || n % 50 end,"
                        + " timestamp '2026-01-01' - n * interval '1 minute',"
                        + " timestamp '2026-01-01' - n * interval '1 minute' from generate_series(1, ?) n",
                TASKS, TASKS);
        jdbc.execute("vacuum analyze act_ru_task");
    }

    @Test
    void theNewestTasksOfOneWhoHasManyOldOnesAreReadInOrder() {
        assertThat(
                        plan(
                                "select * from act_ru_task where assignee_ = 'support' order by create_time_ desc, id_ limit 15"))
                .anyMatch(line -> line.contains("using act_ru_task_of_person_by_age"))
                .noneMatch(line -> line.contains("Filter:"));
    }

    @Test
    void theFewThatAreOverdueAreFoundWithoutReadingTheRest() {
        assertThat(plan(
                        "select count(*) from act_ru_task where due_date_ < timestamp '2026-01-01' - interval '%d minutes'"
                                .formatted(TASKS - 20)))
                .anyMatch(line -> line.contains("act_ru_task_by_due_date"));
    }

    private List<String> plan(String query) {
        return jdbc.queryForList("explain " + query, String.class);
    }
}
