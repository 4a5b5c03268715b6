package dev.handover.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.CheckTarget;
import dev.handover.plan.PlanReader;
import dev.handover.shared.Person;
import dev.handover.shared.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The largest sample asks for all its checks, each in a form that can pass. */
class SamplePlansTests {

    private final PlanReader reader = new PlanReader(id -> Optional.of(new Person(id, id, id + "@handover.example")));

    @Test
    void sixtyIntegrationsAreSixtyChecksAndNoneTriesAKeyItHasNot() throws IOException {
        var plan = reader.read(
                Files.readString(Path.of("samples/aurora-large.yaml")), Instant.parse("2026-11-23T12:00:00Z"));
        var requests = new CheckCatalogue().requests(Step.INTEGRATIONS, plan);
        assertThat(requests).hasSize(60);
        assertThat(requests)
                .extracting(request -> request.target())
                .filteredOn(CheckTarget.ApiKey.class::isInstance)
                .allSatisfy(target ->
                        assertThat(((CheckTarget.ApiKey) target).secret()).isNotBlank());
    }
}
