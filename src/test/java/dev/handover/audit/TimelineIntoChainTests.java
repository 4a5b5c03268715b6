package dev.handover.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.GoLiveRow;
import dev.handover.TestDatabase;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation that has timelines already. */
class TimelineIntoChainTests {

    private final JdbcConnectionDetails details = TestDatabase.create();
    private final DriverManagerDataSource database = new DriverManagerDataSource(
            details.getJdbcUrl(), TestDatabase.owner(details).user(), "");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final AuditEntries entries = new AuditEntries(JdbcClient.create(jdbc), null);
    private final AuditVerification verification =
            new AuditVerification(new AuditChain(JdbcClient.create(jdbc), jdbc, entries), entries);

    @BeforeEach
    void installTheVersionBefore() {
        migrateTo("28", "");
    }

    @Test
    void whatWasOnTheTimelinesBecomesTheBeginningOfTheirChains() {
        var first = GoLiveRow.add(jdbc, "aurora-production-1");
        var second = GoLiveRow.add(jdbc, "aurora-production-2");
        for (var i = 0; i < 1_001; i++) {
            happened(first, "Act " + i);
        }
        happened(second, "Submitted the plan");

        migrateTo("29.1", "");

        assertThat(verification.verify(first).broken()).isNull();
        assertThat(verification.verify(first).length()).isEqualTo(1_001);
        assertThat(verification.verify(second).length()).isOne();
        assertThat(entries.of(second, AuditEntry.Kind.ACT)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.of("requester", "Submitted the plan", "the detail"));
            assertThat(entry.origin()).isEqualTo("unknown");
        });
    }

    @Test
    void anInstallationWithoutGoLivesIsMigratedAsWell() {
        migrateTo("29.1", "");
        assertThat(jdbc.queryForObject("select count(*) from audit_head", Long.class))
                .isZero();
    }

    @Test
    void oneRoleForEverythingIsAnInstallationToo() {
        migrateTo("29.1", TestDatabase.owner(details).user());
        assertThat(jdbc.queryForList(
                        "select grantee from information_schema.role_table_grants where table_name = 'audit_entry'",
                        String.class))
                .containsOnly(TestDatabase.owner(details).user());
    }

    @Test
    void aRoleThatCouldDoMoreBeforeIsLeftWithWhatItNeeds() {
        jdbc.execute("grant all on all tables in schema public to " + details.getUsername());
        migrateTo("29.1", details.getUsername());
        assertThat(rights("audit_entry")).containsExactlyInAnyOrder("SELECT", "INSERT");
        assertThat(rights("sign_off")).containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE");
        assertThat(rights("go_live_hold")).containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE");
        assertThat(rights("flyway_schema_history")).containsExactly("SELECT");
    }

    private List<String> rights(String table) {
        return jdbc.queryForList(
                "select privilege_type from information_schema.role_table_grants where table_name = ? and grantee = ?",
                String.class,
                table,
                details.getUsername());
    }

    private void happened(GoLiveKey key, String act) {
        jdbc.update(
                "insert into timeline_entry (go_live, at, actor, act, detail) values (?, now(), 'requester', ?, 'the detail')",
                key.value(),
                act);
    }

    private void migrateTo(String version, String role) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new TimelineIntoChain())
                .placeholders(Map.of("application-role", role))
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}
