package dev.handover.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database that may lose what it has acknowledged: an approval that somebody was thanked for must
 * not be gone after a power cut. Flyway asks before it touches anything.
 */
@Component
class DurableDatabase implements Callback {

    private final boolean allowUnsafe;

    /** @param allowUnsafe {@code handover.database.allow-unsafe}; for databases that are thrown away */
    DurableDatabase(@Value("${handover.database.allow-unsafe}") boolean allowUnsafe) {
        this.allowUnsafe = allowUnsafe;
    }

    @Override
    public String getCallbackName() {
        return "durable database";
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** @throws IllegalStateException if the database is not durable or cannot be written to */
    @Override
    public void handle(Event event, Context context) {
        var connection = context.getConnection();
        if (isYes(connection, "select pg_is_in_recovery()")) {
            throw new IllegalStateException(
                    "The database is a read-only replica. Point spring.datasource.url at the primary.");
        }
        refuseUnless(connection, "fsync");
        refuseUnless(connection, "synchronous_commit");
    }

    private void refuseUnless(Connection connection, String setting) {
        if (!allowUnsafe && isYes(connection, "select current_setting('%s') = 'off'".formatted(setting))) {
            throw new IllegalStateException(
                    ("The database runs with %s=off, so a crash may lose approvals that were already"
                                    + " acknowledged. Switch it on, or set handover.database.allow-unsafe=true if this database may be lost.")
                            .formatted(setting));
        }
    }

    private static boolean isYes(Connection connection, String question) {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database for its settings", e);
        }
    }
}
