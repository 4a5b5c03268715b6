package dev.handover.process;

import static dev.handover.process.DigestModel.Delegates.SEND_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class DigestWalkTests extends ModelWalkTest {

    private static final UUID DIGEST = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final Instant DUE = Instant.parse("2026-03-03T07:00:00Z");

    DigestWalkTests() {
        super(Model.DIGEST);
    }

    @Test
    void nothingIsSentBeforeTheTimeOfTheDigestAndThenOnce() {
        var sent = new ArrayList<UUID>();
        standIns.when(SEND_DIGEST, execution -> sent.add(DigestModel.DIGEST.get(execution)));
        ClockUtil.setCurrentTime(Date.from(DUE.minusSeconds(3600)));
        var instance = start(model, digest());
        assertThat(sent).isEmpty();
        assertThat(timer(DigestModel.Element.IntermediateEvent_DigestDue).getDuedate())
                .isEqualTo(Date.from(DUE));

        elapse(DigestModel.Element.IntermediateEvent_DigestDue);
        assertThat(sent).containsExactly(DIGEST);
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void aDigestThatKeepsFailingIsAnIncidentAndARetryThereSendsIt() {
        standIns.when(SEND_DIGEST, execution -> {
            throw new IllegalStateException("the mail server is away");
        });
        ClockUtil.setCurrentTime(Date.from(DUE.minusSeconds(3600)));
        var instance = start(model, digest());
        ClockUtil.setCurrentTime(Date.from(DUE));
        management.executeJob(
                timer(DigestModel.Element.IntermediateEvent_DigestDue).getId());
        for (var attempt = 0; attempt < 6; attempt++) {
            assertThat(incidents(instance)).isZero();
            assertThatThrownBy(() -> management.executeJob(job(instance))).hasMessageContaining("away");
        }
        assertThat(incidents(instance)).isOne();

        standIns.when(SEND_DIGEST, execution -> {});
        management.setJobRetries(job(instance), 1);
        management.executeJob(job(instance));
        assertThat(isRunning(instance)).isFalse();
    }

    private String job(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private long incidents(ProcessInstance instance) {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).count();
    }

    private static Map<String, Object> digest() {
        return Map.of(DigestModel.DIGEST.name(), DIGEST.toString(), DigestModel.DIGEST_DUE.name(), DUE.toString());
    }
}
