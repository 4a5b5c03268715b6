package dev.handover.process.engine;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables by the scripts the engine ships, once and under Flyway's lock.
 *
 * <p>Left to itself, the engine creates them without a lock, so two nodes that start together on an empty database fail.
 * The scripts are those of the engine's version at the time of the installation; a newer engine brings upgrade scripts,
 * which become migrations of their own.
 */
@Component
class EngineTables extends EngineMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    EngineTables() {
        super("1", "engine tables");
    }

    @Override
    public void migrate(Context context) {
        PARTS.forEach(part -> run(part, context.getConnection()));
    }

    private static void run(String part, Connection connection) {
        var script = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part);
        new ResourceDatabasePopulator(new ClassPathResource(script)).populate(connection);
    }
}
