package dev.handover.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.evidence.EvidenceTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Abuse: whoever gets hold of the application's connection cannot change the past, and its owner cannot by mistake. */
@EvidenceTest
class AppendOnlyTablesTests {

    @Autowired
    private JdbcTemplate application;

    @Autowired
    private DatabaseOwner owner;

    static Stream<String> onlyAddedTo() {
        return Stream.of(
                "audit_entry",
                "audit_link",
                "audit_checkpoint",
                "records_finding",
                "plan_version",
                "evidence_piece",
                "evidence",
                "evidence_manifest",
                "evidence_attestation",
                "evidence_retention",
                "sign_off_rejected_evidence",
                "check_run",
                "blocker_hint",
                "environment_comparison",
                "environment_difference",
                "environment_unreadable",
                "release_act",
                "stabilization_act",
                "stabilization_threshold",
                "signal_reading",
                "open_issue_list",
                "handover_acceptance",
                "handover_report",
                "troubleshooting_change",
                "admin_act");
    }

    static Stream<String> kept() {
        return Stream.of(
                "go_live",
                "participant",
                "deputy",
                "absence",
                "evidence_content",
                "sign_off",
                "sign_off_condition",
                "blocker",
                "signal_exception",
                "audit_head",
                "records_check");
    }

    @ParameterizedTest
    @MethodSource("onlyAddedTo")
    void theApplicationAddsAndReadsAndCannotChangeAnything(String table) {
        assertThat(application.queryForObject("select count(*) from " + table, Long.class))
                .isNotNull();
        assertThat(may(table, "insert")).isTrue();
        refused("update %1$s set %2$s = %2$s".formatted(table, aColumnOf(table)));
        refused("delete from " + table);
        refused("truncate " + table + " cascade");
        schemaIsRefused(table);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void theApplicationCannotDelete(String table) {
        assertThat(may(table, "insert, update")).isTrue();
        refused("delete from " + table);
        refused("truncate " + table + " cascade");
        schemaIsRefused(table);
    }

    private void schemaIsRefused(String table) {
        refused("alter table %s disable trigger all".formatted(table));
        refused("drop trigger %s_is_never_emptied on %1$s".formatted(table));
        refused("alter table %s drop column %s".formatted(table, aColumnOf(table)));
        refused("drop table " + table + " cascade");
        refused("alter table %s owner to current_user".formatted(table));
        application.execute("grant all on %s to current_user".formatted(table)); // grants what one may grant: nothing
        assertThat(may(table, "delete")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set session_replication_role = replica",
                "set role postgres",
                "create table mine (id int)",
                "create or replace function is_only_added_to() returns trigger language plpgsql as $$ begin return new; end $$",
                "delete from flyway_schema_history",
                "call only_add_to(array['go_live_hold'])"
            })
    void theApplicationCannotMakeItselfMore(String statement) {
        refused(statement);
    }

    @ParameterizedTest
    @MethodSource("onlyAddedTo")
    void theOwnerIsStoppedByATriggerUnlessTheySwitchItOff(String table) {
        assertThatThrownBy(() -> owner.jdbc().update("truncate " + table + " cascade"))
                .hasStackTraceContaining("refused: it is only ever added to");
        assertThat(owner.jdbc()
                        .queryForObject(
                                "select count(*) from pg_trigger where tgrelid = ?::regclass and tgenabled = 'O'"
                                        + " and tgname in (? || '_is_only_added_to', ? || '_is_never_emptied')",
                                Long.class,
                                table,
                                table,
                                table))
                .isEqualTo(2);
    }

    private boolean may(String table, String rights) {
        return Boolean.TRUE.equals(application.queryForObject(
                "select bool_and(has_table_privilege(?, trim(right_))) from unnest(string_to_array(?, ',')) as right_",
                Boolean.class,
                table,
                rights));
    }

    private String aColumnOf(String table) {
        return application.queryForObject(
                "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and attidentity = ''"
                        + " order by attnum limit 1",
                String.class,
                table);
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> application.execute(statement))
                .as(statement)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
