package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Freshness}. */
@Component
final class FreshnessCheck implements Check<CheckTarget.Freshness> {

    private static final Set<String> BAD_STATES =
            Set.of("failed", "failure", "error", "errored", "aborted", "cancelled");

    @Override
    public Class<CheckTarget.Freshness> kind() {
        return CheckTarget.Freshness.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Freshness target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.Freshness target) {
        return "%s tells of a last success at most %s ago, and its last run did not fail"
                .formatted(target.url(), Words.duration(target.maxAge()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    @Override
    public Finding look(CheckTarget.Freshness target, Probe probe) throws CallFailed {
        JsonNode job = probe.json(target.url(), Credential.optionalBearer(target.secret()));
        String status = Json.text(job, "status");
        List<String> differences = new ArrayList<>();
        String observed =
                Age.compare("last success", Json.text(job, "lastSuccess"), target.maxAge(), probe.now(), differences);
        if (status != null && BAD_STATES.contains(status.toLowerCase(Locale.ROOT))) {
            differences.add("the status is " + Words.quoted(status));
        }
        return Finding.of(differences, status == null ? observed : observed + ", status " + Words.quoted(status));
    }
}
