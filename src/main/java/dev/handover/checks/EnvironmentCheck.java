package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Environment}. */
@Component
final class EnvironmentCheck implements Check<CheckTarget.Environment> {

    @Override
    public Class<CheckTarget.Environment> kind() {
        return CheckTarget.Environment.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Environment target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.Environment target) {
        String version = target.version() == null ? "" : ", version " + Words.quoted(target.version());
        return "%s answers; label %s, tenant %s%s"
                .formatted(target.url(), Words.quoted(target.label()), Words.quoted(target.tenant()), version);
    }

    @Override
    public Symptom symptom() {
        return Symptom.ENVIRONMENT_DIFFERS;
    }

    @Override
    public Finding look(CheckTarget.Environment target, Probe probe) throws CallFailed {
        Answer page = probe.get(target.url());
        JsonNode info = probe.json(target.infoUrl(), Credential.none());
        String label = Json.text(info, "label");
        String tenant = Json.text(info, "tenant");
        String version = Json.text(info, "version");
        List<String> differences = new ArrayList<>();
        if (!page.isSuccess()) {
            differences.add("%s answered %d".formatted(page.uri(), page.status()));
        }
        compare("label", target.label(), label, differences);
        compare("tenant", target.tenant(), tenant, differences);
        if (target.version() != null) {
            compare("version", target.version(), version, differences);
        }
        return Finding.of(
                differences,
                "%s answered %d; label %s, tenant %s, version %s"
                        .formatted(
                                page.uri(),
                                page.status(),
                                Words.quoted(label),
                                Words.quoted(tenant),
                                Words.quoted(version)));
    }

    private static void compare(String field, String expected, String observed, List<String> differences) {
        if (!expected.equals(observed)) {
            differences.add("%s is %s instead of %s".formatted(field, Words.quoted(observed), Words.quoted(expected)));
        }
    }
}
