package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.TestDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation whose engine has written rights for tasks (V34). */
class RightsWithoutRowsTests {

    private static final int FILTER = 5;
    private static final int TASK = 7;
    private static final int HISTORIC_TASK = 19;

    private final DriverManagerDataSource database = database();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void theRightsOfSingleTasksGoAndThoseOfGroupsStay() {
        migrateTo("1");
        right("of a task", TASK, "5e1c");
        right("of a task's history", HISTORIC_TASK, "5e1c");
        right("of all tasks", TASK, "*");
        right("of a filter", FILTER, "77aa");

        migrateTo("34");

        assertThat(jdbc.queryForList("select id_ from act_ru_authorization", String.class))
                .containsExactlyInAnyOrder("of all tasks", "of a filter");
        assertThat(jdbc.queryForList(
                        "select indexname from pg_indexes where tablename in ('act_ru_task', 'act_hi_taskinst')",
                        String.class))
                .containsAll(
                        List.of("act_ru_task_of_person", "act_hi_taskinst_of_assignee", "act_hi_taskinst_of_owner"));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new EngineTables(), new RightsWithoutRows())
                .locations("classpath:no/sql/needed")
                .failOnMissingLocations(false)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private void right(String id, int resource, String resourceId) {
        jdbc.update(
                "insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                        + " values (?, 1, 1, 'production', ?, ?, 2)",
                id,
                resource,
                resourceId);
    }

    private static DriverManagerDataSource database() {
        var details = TestDatabase.owner(TestDatabase.create());
        return new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
