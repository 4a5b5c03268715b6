package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.development.customer.SampleCustomerEnvironment;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How ready a go-live is, over REST: what Cockpit shows in its tab, and who may read it. */
@ApplicationTest
class ReadinessTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private SampleCustomerEnvironment customer;

    @AfterEach
    void mend() {
        customer.switches().mendAll();
    }

    @Test
    void itTellsWhatIsMissingWhoHoldsItSinceWhenAndWhatComesNext() {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().reachValidation();
        var readiness = readiness("auditor", goLive);
        assertThat(readiness.get("phase").asText()).isEqualTo("Validation");
        assertThat(readiness.get("verdict").asText()).isEqualTo("not-ready");
        assertThat(readiness.get("reason").asText()).isNotBlank();
        assertThat(readiness.get("missing").asText()).startsWith("Missing to go on:");
        assertThat(readiness.at("/blockers/0/step").asText()).isNotBlank();
        assertThat(readiness.at("/blockers/0/since").asText()).matches("\\d{4}-.*Z");
        assertThat(readiness.get("waiting")).isNotEmpty().allSatisfy(waiting -> {
            assertThat(waiting.get("task").asText()).isNotBlank().doesNotContain("Aurora");
            assertThat(waiting.get("who").asText()).isNotBlank();
            assertThat(waiting.get("since").asText()).matches("\\d{4}-.*Z");
        });
        assertThat(readiness.at("/next/what").asText()).isEqualTo("The release window opens");
        assertThat(readiness.get("page").asText()).isEqualTo("/go-lives/" + goLive.key());
    }

    @Test
    void whatHasEndedWaitsForNobody() {
        var goLive = handoff.start();
        rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is closed."));
        goLive.work();
        var readiness = readiness("requester", goLive);
        assertThat(readiness.get("finished").asBoolean()).isTrue();
        assertThat(readiness.get("verdict").isNull()).isTrue();
        assertThat(readiness.get("next").isNull()).isTrue();
        assertThat(readiness.get("waiting")).isEmpty();
        assertThat(readiness.get("missing").asText()).startsWith("Nothing is missing any more");

        var finished = rest.get("auditor", "/api/go-lives?finished=true&phase=WITHDRAWN&size=1&q=" + goLive.key())
                .json();
        assertThat(finished.get("total").asInt()).isOne();
        assertThat(finished.at("/items/0/finishedAt").asText()).isNotBlank();
        assertThat(rest.get("auditor", "/api/go-lives?finished=false&q=" + goLive.key())
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(rest.get("auditor", "/api/go-lives?finished=perhaps").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"requester, 200", "support, 200", "admin, 200", "auditor, 200", "outsider, 404", ", 401"})
    void onlyThoseWhoSeeTheGoLiveReadIt(String user, int status) {
        var goLive = handoff.start();
        assertThat(rest.get(user, goLive.path("/readiness")).status()).isEqualTo(status);
        assertThat(rest.get(user, "/api/go-lives/no-such-thing/readiness").status())
                .isEqualTo(status == 401 ? 401 : 404);
    }

    private JsonNode readiness(String user, Handoff.Run goLive) {
        var answer = rest.get(user, goLive.path("/readiness"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
