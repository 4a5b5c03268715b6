package dev.handover.process.engine;

import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Deletes the rights that the engine wrote for everybody who got a task, and looked through in each query. A task's people stand
 * in the task itself, which gets the indexes for it; what is left are the rights of the groups. Source:
 * {@code docs/adr/0027-rights-that-scale.md}.
 */
@Component
class RightsWithoutRows extends EngineMigration {

    private static final List<String> STATEMENTS = List.of(
            // 7, 19 and 20: tasks, tasks of the history, instances of the history
            "delete from act_ru_authorization where resource_type_ in (7, 19, 20) and resource_id_ <> '*'",
            // The page of one person shows their tasks, the most urgent first.
            "create index act_ru_task_of_person on act_ru_task (assignee_, due_date_)",
            // What the history holds of the open tasks of one person: their comments, and who has done what.
            "create index act_hi_taskinst_of_assignee on act_hi_taskinst (assignee_) where end_time_ is null",
            "create index act_hi_taskinst_of_owner on act_hi_taskinst (owner_)"
                    + " where end_time_ is null and owner_ is not null");

    RightsWithoutRows() {
        super("34", "rights without rows");
    }

    @Override
    public void migrate(Context context) {
        var jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        STATEMENTS.forEach(jdbc::execute);
    }
}
