package dev.handover.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.shared.GoLiveKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Evidence that has to stay, and who relies on which: over REST, on the started application. */
@ApplicationTest
class LegalHoldTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private Timeline timeline;

    @Test
    void anAdminHoldsEvidenceAndLiftsTheHoldWithAReasonOnRecord() {
        var goLive = handoff.start();
        var path = goLive.path("/legal-hold");
        assertThat(rest.get("auditor", path).json().get("held").booleanValue()).isFalse();
        assertThat(rest.put("admin", path, Map.of("held", false, "reason", "Settled."))
                        .status())
                .isEqualTo(409);

        var held = rest.put("admin", path, Map.of("held", true, "reason", "Dispute about the invoice."));

        assertThat(held.status()).as(held.text()).isEqualTo(200);
        assertThat(rest.get("business", path).json().at("/hold/reason").asText())
                .isEqualTo("Dispute about the invoice.");
        assertThat(rest.put("admin", path, Map.of("held", true, "reason", "Again."))
                        .status())
                .isEqualTo(409);
        assertThat(rest.put("admin", path, Map.of("held", false, "reason", "Settled."))
                        .json()
                        .get("held")
                        .booleanValue())
                .isFalse();
        assertThat(timeline.of(new GoLiveKey(goLive.key())))
                .extracting(TimelineEntry::act)
                .contains("Held the evidence beyond its time", "Lifted the hold on the evidence");
    }

    @Test
    void nobodyElseHoldsIt() {
        var goLive = handoff.start();
        var wish = Map.of("held", true, "reason", "Because.");

        assertThat(rest.put("requester", goLive.path("/legal-hold"), wish).status())
                .isEqualTo(403);
        assertThat(rest.put("auditor", goLive.path("/legal-hold"), wish).status())
                .isEqualTo(403);
        assertThat(rest.put("outsider", goLive.path("/legal-hold"), wish).status())
                .isEqualTo(404);
        assertThat(rest.put("admin", "/api/go-lives/unknown/legal-hold", wish).status())
                .isEqualTo(404);
        assertThat(rest.put("admin", goLive.path("/legal-hold"), Map.of("held", true))
                        .status())
                .isEqualTo(422);
        assertThat(rest.get("admin", goLive.path("/legal-hold"))
                        .json()
                        .get("held")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void everybodySeesWhoReliesOnWhichEvidence() {
        var table = rest.get("outsider", "/api/decisions/reliance").json().get("kinds");

        assertThat(table).hasSize(7);
        assertThat(table.get(0).get("kind").asText()).isEqualTo("environment-inventory");
        assertThat(table.get(0).get("reliedOnBy").toString()).isEqualTo("[\"environment\",\"change\"]");
        assertThat(table).allSatisfy(row -> assertThat(row.get("reliedOnBy")).isNotEmpty());
        assertThat(rest.get(null, "/api/decisions/reliance").status()).isEqualTo(401);
    }
}
