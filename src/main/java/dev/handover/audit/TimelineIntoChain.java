package dev.handover.audit;

import dev.handover.shared.GoLiveKey;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Puts what was on the timeline of each go-live before there were chains into its chain, in the order it was recorded. */
@Component
class TimelineIntoChain implements JavaMigration {

    private static final int PORTION = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("29.1");
    }

    @Override
    public String getDescription() {
        return "timeline into chain";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        var database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        var jdbc = JdbcClient.create(database);
        var entries = new AuditEntries(jdbc, null);
        var chain = new AuditChain(jdbc, database, entries);
        jdbc.sql("select distinct go_live from audit_entry order by go_live")
                .query(String.class)
                .list()
                .forEach(key -> chainUp(new GoLiveKey(key), entries, chain));
    }

    private static void chainUp(GoLiveKey goLive, AuditEntries entries, AuditChain chain) {
        var portion = entries.following(goLive, 0, PORTION);
        while (!portion.isEmpty()) {
            List<Long> ids = portion.stream().map(AuditEntry::id).toList();
            chain.extend(goLive, ids);
            portion = entries.following(goLive, ids.get(ids.size() - 1), PORTION);
        }
    }
}
