package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class HandoverApplicationTests {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void engineAndOurTablesAreInOneDatabase() {
        assertThat(engine.getManagementService().getTableCount()).containsKey("ACT_RU_TASK");
        assertThat(jdbc.queryForObject("select count(*) from go_live", Long.class))
                .isNotNull();
    }
}
