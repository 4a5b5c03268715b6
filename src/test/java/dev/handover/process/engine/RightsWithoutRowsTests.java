package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An installation whose engine has written rights for tasks (V34). */
class RightsWithoutRowsTests {

    private static final int FILTER = 5;
    private static final int TASK = 7;
    private static final int HISTORIC_TASK = 19;

    private final EngineDatabase database = new EngineDatabase();
    private final JdbcTemplate jdbc = database.jdbc();

    @Test
    void theRightsOfSingleTasksGoAndThoseOfGroupsStay() {
        database.migrateTo("1");
        right("of a task", TASK, "5e1c");
        right("of a task's history", HISTORIC_TASK, "5e1c");
        right("of all tasks", TASK, "*");
        right("of a filter", FILTER, "77aa");

        database.migrateTo("34");

        assertThat(jdbc.queryForList("select id_ from act_ru_authorization", String.class))
                .containsExactlyInAnyOrder("of all tasks", "of a filter");
        assertThat(jdbc.queryForList(
                        "select indexname from pg_indexes where tablename in ('act_ru_task', 'act_hi_taskinst')",
                        String.class))
                .containsAll(
                        List.of("act_ru_task_of_person", "act_hi_taskinst_of_assignee", "act_hi_taskinst_of_owner"));
    }

    private void right(String id, int resource, String resourceId) {
        jdbc.update(
                "insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " values (?, 1, 1, 'production', ?, ?, 2)",
                id,
                resource,
                resourceId);
    }
}
