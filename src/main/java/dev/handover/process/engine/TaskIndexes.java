package dev.handover.process.engine;

import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets Tasklist read its first page from an index, however many tasks there are. Source:
 * {@code docs/adr/0027-rights-that-scale.md}.
 */
@Component
class TaskIndexes extends EngineMigration {

    private static final List<String> STATEMENTS = List.of(
            // Tasklist shows the tasks of one person, the newest first unless they choose another order.
            "create index act_ru_task_of_person_by_age on act_ru_task (assignee_, create_time_)",
            // What is overdue, whoever holds it.
            "create index act_ru_task_by_due_date on act_ru_task (due_date_)");

    TaskIndexes() {
        super("40", "task indexes");
    }

    @Override
    public void migrate(Context context) {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        STATEMENTS.forEach(jdbc::execute);
    }
}
