package dev.handover.plan;

import static dev.handover.plan.PlanTestData.NOW;
import static dev.handover.plan.PlanTestData.READER;
import static dev.handover.plan.PlanTestData.SAMPLE_USERS;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.plan.Plan.IntegrationKind;
import dev.handover.shared.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTests {

    /** What the sample customer environment answers. */
    private static final String ENDPOINT = "http://localhost:8090"
            + "(|/oidc|/saml/metadata|/login|/home|/health|/backup|/prometheus|/alertmanager|/prometheus/-/healthy|/connectors/[a-z0-9-]+|/jobs/[a-z0-9-]+"
            + "|/api-keys/[a-z0-9-]+|/api/(me|environment|admin/users|work-orders|scenes|integrations|tickets))"
            + "|http://localhost:8090/api/work-orders/\\{order}(|/release|/completion)";

    @ParameterizedTest
    @CsvSource({"aurora-small.yaml, 4, 1", "aurora-medium.yaml, 12, 2", "aurora-large.yaml, 60, 5"})
    void everySampleIsAPlan(String name, int integrations, int sites) {
        Plan plan = read(sample(name));

        assertThat(plan.integrations()).hasSize(integrations);
        assertThat(plan.acceptanceScope().sites()).hasSize(sites);
        assertThat(plan.integrations().stream().map(Plan.Integration::kind))
                .containsAll(EnumSet.allOf(IntegrationKind.class));
        assertThat(plan.owners().keySet()).containsExactlyInAnyOrderElementsOf(Role.owners());
        assertThat(SAMPLE_USERS).containsAll(plan.owners().values()).containsAll(plan.validators());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora-small.yaml", "aurora-medium.yaml", "aurora-large.yaml"})
    void everyAddressIsOneOfTheSampleCustomerEnvironment(String name) {
        JsonNode tree = PlanTree.of(read(sample(name)));

        assertThat(texts(tree).filter(text -> text.startsWith("http:")))
                .isNotEmpty()
                .allMatch(address -> address.matches(ENDPOINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora-small.yaml", "aurora-medium.yaml", "aurora-large.yaml"})
    void everySampleCanBeSubmittedAtAnyTimeOfAnyYear(String name) {
        for (Instant now : new Instant[] {
            Instant.parse("2026-03-29T00:30:00Z"),
            Instant.parse("2028-02-28T23:59:59Z"),
            Instant.parse("2041-10-27T00:45:00Z")
        }) {
            assertThat(READER.read(sample(name), now).releaseWindow().start()).isAfter(now);
        }
    }

    @Test
    void theSmallSampleTakesANewcomerThroughInADay() {
        Plan plan = read(sample("aurora-small.yaml"));

        assertThat(plan.releaseWindow().start()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(plan.releaseWindow().end())
                .isEqualTo(plan.releaseWindow().start().plus(Duration.ofHours(4)));
        assertThat(plan.stabilization().length()).isEqualTo(Duration.ofDays(1));
        assertThat(plan.stabilization().quiet()).isEqualTo(Duration.ofHours(12));
        assertThat(plan.identity().issuer()).isEqualTo(URI.create("http://localhost:8090/oidc"));
    }

    @Test
    void tenMistakesYieldTenMessagesEachOnItsLine() {
        String document = sample("ten-mistakes.yaml");
        String[] lines = document.split("\n");
        var marked = IntStream.rangeClosed(1, lines.length)
                .filter(line -> lines[line - 1].matches(".* # \\d+: .*"))
                .boxed()
                .toList();

        assertThat(marked).hasSize(10);
        assertThat(mistakesOf(document)).extracting(PlanError::line).isEqualTo(marked);
        assertThat(mistakesOf(document))
                .extracting(PlanError::mend)
                .doesNotContain("")
                .doesNotContainNull();
        assertThat(mistakesOf(document).toString()).doesNotContain("ada-pw");
    }

    private static Stream<String> texts(JsonNode tree) {
        return tree.isContainerNode()
                ? StreamSupport.stream(tree.spliterator(), false).flatMap(SamplesTests::texts)
                : Stream.of(tree.asText());
    }
}
