package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.golive.WindowMoved;
import dev.handover.shared.GoLiveKey;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** When tasks are due, on the started application. */
@ApplicationTest
class DueDatesTests {

    private static final DateTimeFormatter ENGINE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final Duration USUAL = Duration.ofDays(2);

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    private JsonNode task(Handoff.Run goLive) {
        return goLive.task("support", "UserTask_AcceptRole");
    }

    private static Instant at(JsonNode task, String field) {
        return OffsetDateTime.parse(task.get(field).asText(), ENGINE).toInstant();
    }

    private static String windowInDays(String plan, int days) {
        return plan.replace("PT20M", "P%dD".formatted(days))
                .replace("PT4H20M", "P%dDT4H".formatted(days))
                .replace("freezeEnd: P1D", "freezeEnd: P%dD".formatted(days + 1));
    }

    @Test
    void aTaskIsDueBeforeTheWindowOpensAndMovesWithIt() {
        var goLive = handoff.start();
        var task = task(goLive);
        var opens = Instant.parse(goLive.state().at("/window/start").asText());
        assertThat(at(task, "due"))
                .isEqualTo(opens)
                .isBefore(at(task, "created").plus(USUAL));

        var later = rest.putYaml("requester", goLive.path("/plan"), windowInDays(goLive.plan(), 8));
        assertThat(later.status()).as(later.text()).isEqualTo(200);
        task = task(goLive);
        assertThat(at(task, "due")).isEqualTo(at(task, "created").plus(USUAL));
    }

    /** As when another window is proposed: tasks that wait beside that one are due in time for it. */
    @Test
    void aTaskMovesWithAWindowThatIsProposed(
            @Autowired JdbcTemplate jdbc,
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transactions) {
        var goLive = handoff.start();
        var opens = Instant.parse(goLive.state().at("/window/start").asText());
        transactions.executeWithoutResult(transaction -> {
            jdbc.update(
                    "update go_live set window_start = window_start + interval '1 hour' where key = ?", goLive.key());
            events.publishEvent(new WindowMoved(new GoLiveKey(goLive.key())));
        });
        assertThat(at(task(goLive), "due")).isEqualTo(opens.plus(Duration.ofHours(1)));
    }
}
