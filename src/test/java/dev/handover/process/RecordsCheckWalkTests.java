package dev.handover.process;

import static dev.handover.process.RecordsCheckModel.Delegates.END_RECORDS_CHECK;
import static dev.handover.process.RecordsCheckModel.Delegates.READ_BACK_EVIDENCE;
import static dev.handover.process.RecordsCheckModel.Delegates.VERIFY_AUDIT_LOGS;
import static dev.handover.process.RecordsCheckModel.Delegates.WAIT_UNTIL_MENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsCheckWalkTests extends ModelWalkTest {

    RecordsCheckWalkTests() {
        super(Model.RECORDS_CHECK);
    }

    @BeforeEach
    void knowTheNight() {
        Mocks.register(RecordsCheckModel.NIGHTLY, "R/2026-01-01T03:15:00Z/PT24H");
        standIns.answers(READ_BACK_EVIDENCE, RecordsCheckModel.EVIDENCE_READ, List.of(true));
        standIns.answers(VERIFY_AUDIT_LOGS, RecordsCheckModel.LOGS_VERIFIED, List.of(true));
        standIns.answers(END_RECORDS_CHECK, RecordsCheckModel.RECORDS_SOUND, List.of(true));
    }

    /** What night has started has no business key. */
    @AfterEach
    void endNights() {
        runtime.createProcessInstanceQuery()
                .processDefinitionId(definitionOf(model))
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    @Test
    void evidenceAndLogsAreReadInPortionsThatEachAreAJob() {
        standIns.answers(READ_BACK_EVIDENCE, RecordsCheckModel.EVIDENCE_READ, List.of(false, false, true));
        standIns.answers(VERIFY_AUDIT_LOGS, RecordsCheckModel.LOGS_VERIFIED, List.of(false, true));
        var instance = start(model);
        assertThat(standIns.called())
                .containsExactly(
                        READ_BACK_EVIDENCE,
                        READ_BACK_EVIDENCE,
                        READ_BACK_EVIDENCE,
                        VERIFY_AUDIT_LOGS,
                        VERIFY_AUDIT_LOGS,
                        END_RECORDS_CHECK);
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void everyNightACheckBeginsByItself() {
        var night = management
                .createJobQuery()
                .processDefinitionKey(model.key())
                .timers()
                .singleResult();
        ClockUtil.setCurrentTime(night.getDuedate());
        management.executeJob(night.getId());
        work();
        assertThat(standIns.called()).containsExactly(READ_BACK_EVIDENCE, VERIFY_AUDIT_LOGS, END_RECORDS_CHECK);
        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey(model.key())
                        .timers()
                        .singleResult()
                        .getDuedate())
                .as("the next night")
                .isAfter(night.getDuedate());
    }

    @Test
    void damageIsAnIncidentUntilALaterCheckFindsNone() {
        standIns.answers(END_RECORDS_CHECK, RecordsCheckModel.RECORDS_SOUND, List.of(false));
        standIns.when(WAIT_UNTIL_MENDED, execution -> {
            throw new IllegalStateException("1 records are not what was recorded");
        });
        var instance = runtime.startProcessInstanceById(definitionOf(model), KEY);
        assertThatThrownBy(this::work).hasMessageContaining("not what was recorded");
        assertThat(incidents(instance)).isZero();
        assertThatThrownBy(() -> management.executeJob(jobOf(instance))).hasMessageContaining("not what was recorded");
        assertThat(incidents(instance)).isOne();

        standIns.when(WAIT_UNTIL_MENDED, execution -> {});
        management.setJobRetries(jobOf(instance), 1);
        management.executeJob(jobOf(instance));
        assertThat(isRunning(instance)).isFalse();
    }

    private String jobOf(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private long incidents(ProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).count();
    }
}
