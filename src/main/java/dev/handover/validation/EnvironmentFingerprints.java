package dev.handover.validation;

import dev.handover.checks.EnvironmentReader;
import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintTarget;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Timeline;
import dev.handover.plan.Plan;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The fingerprint of the environment, kept as evidence of the environment step. Only the machine adds observations, so nobody can put another in its place. */
@Component
class EnvironmentFingerprints {

    static final String TITLE = "Environment fingerprint";

    private static final EvidenceKind KIND = EvidenceKind.ENVIRONMENT_INVENTORY;

    private final EnvironmentReader reader;
    private final EvidenceStore evidence;

    EnvironmentFingerprints(EnvironmentReader reader, EvidenceStore evidence) {
        this.reader = reader;
        this.evidence = evidence;
    }

    /** A kept fingerprint with the evidence that holds it. */
    record Kept(Evidence evidence, Fingerprint fingerprint) {}

    /** Asks the customer's systems now. */
    Fingerprint read(Plan plan) {
        var environment = plan.environment();
        var identity = plan.identity();
        return reader.read(new FingerprintTarget(
                environment.url(), environment.infoUrl(), identity.issuer(), identity.metadataUrl()));
    }

    /** An equal fingerprint changes nothing. */
    Evidence keep(GoLiveKey key, Fingerprint fingerprint) {
        var bytes = fingerprint.document().getBytes(StandardCharsets.UTF_8);
        return evidence.addObservation(key, KIND, TITLE, "application/json", bytes, Timeline.SYSTEM);
    }

    Optional<Kept> latest(GoLiveKey key) {
        return evidence.current(key, EnumSet.of(KIND)).stream()
                .filter(item ->
                        item.form() == Evidence.Form.OBSERVATION && item.title().equals(TITLE))
                .findFirst()
                .map(item -> new Kept(item, Fingerprint.of(text(item))));
    }

    private String text(Evidence item) {
        try (var content = evidence.open(item)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read evidence " + item.id(), e);
        }
    }
}
