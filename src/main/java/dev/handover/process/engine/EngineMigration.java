package dev.handover.process.engine;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A change of the engine's tables. It is none of the SQL files, which must also work where the engine and its tables are not
 * there, in tests of our own tables.
 */
abstract class EngineMigration implements JavaMigration {

    private final String version;
    private final String description;

    EngineMigration(String version, String description) {
        this.version = version;
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public final String getDescription() {
        return description;
    }

    /** None: an installed database stays valid when a newer version words the change anew. */
    @Override
    public final Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }
}
