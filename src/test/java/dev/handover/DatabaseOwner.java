package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Does to a test's database what only its owner can: change records past the application. */
public final class DatabaseOwner {

    private static final String KEEP = """
            do $$
            declare
                named record;
            begin
                create schema slate;
                for named in select tablename as name from pg_tables where schemaname = 'public' loop
                    execute format('create table slate.%1$I as table public.%1$I', named.name);
                end loop;
            end
            $$
            """;

    /** Sequences go on, so that no number is given twice. */
    private static final String RESTORE = """
            do $$
            declare
                named record;
            begin
                set local session_replication_role = replica;
                set local lock_timeout = '60s';
                execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ')
                           from pg_tables where schemaname = 'slate');
                for named in select tablename as name from pg_tables where schemaname = 'slate' loop
                    execute format('insert into public.%1$I overriding system value table slate.%1$I', named.name);
                end loop;
            end
            $$
            """;

    private final DriverManagerDataSource database;
    private boolean isKept;

    DatabaseOwner(FlywayConnectionDetails details) {
        this.database = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    /** For statements that change nothing which our triggers guard. */
    public JdbcTemplate jdbc() {
        return new JdbcTemplate(database);
    }

    /** The first time it remembers what is in the tables; each time after it nothing else is in them. */
    synchronized void restore() {
        jdbc().execute(isKept ? RESTORE : KEEP);
        isKept = true;
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
