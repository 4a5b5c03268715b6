package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Does to a test's database what only its owner can: change records past the application. */
public final class DatabaseOwner {

    private final DriverManagerDataSource database;

    DatabaseOwner(FlywayConnectionDetails details) {
        this.database = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    /** For statements that change nothing which our triggers guard. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    /** Changes at least one row with all triggers and foreign keys switched off. */
    public void tamper(String statement, Object... parameters) {
        var connection =
                new SingleConnectionDataSource(database.getUrl(), database.getUsername(), database.getPassword(), true);
        try {
            var jdbc = new JdbcTemplate(connection);
            jdbc.execute("set session_replication_role = replica");
            assertThat(jdbc.update(statement, parameters)).as(statement).isPositive();
        } finally {
            connection.destroy();
        }
    }
}
