package dev.handover.process;

import static dev.handover.process.NoticeModel.Delegates.SEND_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

class NoticeWalkTests extends ModelWalkTest {

    private static final UUID NOTICE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    NoticeWalkTests() {
        super(Model.NOTICE);
    }

    @Test
    void theNoticeIsSent() {
        var sent = new ArrayList<UUID>();
        standIns.when(SEND_EMAIL, execution -> sent.add(NoticeModel.NOTICE.get(execution)));
        var instance = start(model, notice());
        assertThat(sent).containsExactly(NOTICE);
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void aNoticeThatCannotBeSentIsTriedAgainLaterAndLaterAndThenBecomesAnIncident() {
        standIns.when(SEND_EMAIL, execution -> {
            throw new IllegalStateException("the mail server is away");
        });
        var instance = runtime.startProcessInstanceById(definitionOf(model), KEY, notice());
        var pauses = new ArrayList<Duration>();
        for (var job = job(); job.getRetries() > 0; job = job()) {
            var tried = job;
            var before = ClockUtil.getCurrentTime().toInstant();
            assertThatThrownBy(() -> management.executeJob(tried.getId())).hasMessageContaining("away");
            if (job().getRetries() > 0) {
                pauses.add(
                        Duration.between(before, job().getDuedate().toInstant()).truncatedTo(ChronoUnit.MINUTES));
                ClockUtil.setCurrentTime(job().getDuedate());
            }
        }
        assertThat(pauses)
                .containsExactlyElementsOf(List.of(1, 1, 5, 30, 120).stream()
                        .map(Duration::ofMinutes)
                        .toList());
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isOne();
        assertThat(isRunning(instance)).isTrue();
    }

    private Job job() {
        return management.createJobQuery().processDefinitionKey(model.key()).singleResult();
    }

    private static Map<String, Object> notice() {
        return Map.of(NoticeModel.NOTICE.name(), NOTICE.toString());
    }
}
