package dev.handover.process.engine;

import dev.handover.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own with the engine's tables alone, as they were or are in a version of ours. */
final class EngineDatabase {

    private final DriverManagerDataSource database;

    EngineDatabase() {
        var details = TestDatabase.owner(TestDatabase.create());
        this.database = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .javaMigrations(new EngineTables(), new RightsWithoutRows(), new TaskIndexes())
                .locations("classpath:no/sql/needed")
                .failOnMissingLocations(false)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}
