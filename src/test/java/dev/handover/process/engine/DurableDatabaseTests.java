package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server of the tests runs with both settings off. */
class DurableDatabaseTests {

    private final DriverManagerDataSource database = database();

    @Test
    void aDatabaseThatMayLoseDataIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> migrate(false))
                .hasStackTraceContaining("fsync=off")
                .hasStackTraceContaining("handover.database.allow-unsafe=true");
        assertThat(new JdbcTemplate(database)
                        .queryForObject(
                                "select count(*) from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'",
                                Long.class))
                .isZero();
    }

    @Test
    void itIsTakenWhenTheSettingsSayThatItMayBeLost() {
        migrate(true);
        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from act_ge_property", Long.class))
                .isPositive();
    }

    private void migrate(boolean allowUnsafe) {
        Flyway.configure()
                .dataSource(database)
                .callbacks(new DurableDatabase(allowUnsafe))
                .javaMigrations(new EngineTables())
                .locations("classpath:no/sql/needed")
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }

    private static DriverManagerDataSource database() {
        var details = TestDatabase.owner(TestDatabase.create());
        return new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
