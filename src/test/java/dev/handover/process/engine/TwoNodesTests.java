package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Node;
import dev.handover.TestDatabase;
import dev.handover.Web;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TwoNodesTests {

    private final JdbcConnectionDetails database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));

    @Test
    void nodesThatStartTogetherOnAnEmptyDatabaseBothComeUpAndARestartChangesNothing() {
        try (var first = Node.start(database);
                var second = Node.start(database)) {
            isUp(first);
            isUp(second);
            everythingIsThereOnce();
        }
        try (var restarted = Node.start(database)) {
            isUp(restarted);
            everythingIsThereOnce();
        }
    }

    @Test
    void withoutAnAdminInTheSettingsTheFirstStartEndsInOneClearSentence() throws Exception {
        try (var node = Node.start(database, Map.of("handover.initial-admin.password", ""))) {
            assertThat(node.awaitEnd())
                    .anyMatch(line -> line.contains("There is no admin yet. Set handover.initial-admin"));
        }
    }

    private static void isUp(Node node) {
        var admin = Web.withPassword(node.port(), Node.ADMIN, Node.PASSWORD);
        assertThat(admin.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(admin.get("/actuator/info").status()).isEqualTo(200);
    }

    private void everythingIsThereOnce() {
        assertThat(count("select count(*) from act_re_deployment")).isOne();
        assertThat(count("select count(*) from act_re_procdef where version_ > 1"))
                .isZero();
        assertThat(count("select count(*) from act_ru_filter")).isEqualTo(6);
        assertThat(count("select count(*) from act_id_user")).isOne();
        assertThat(count("select count(*) from act_ru_authorization"))
                .isPositive()
                .isEqualTo(count("select count(*) from (select distinct type_, group_id_, user_id_, resource_type_,"
                        + " resource_id_ from act_ru_authorization) as different"));
    }

    private Long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
