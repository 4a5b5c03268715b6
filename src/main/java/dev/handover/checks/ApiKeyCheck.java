package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.ApiKey}. */
@Component
final class ApiKeyCheck implements Check<CheckTarget.ApiKey> {

    @Override
    public Class<CheckTarget.ApiKey> kind() {
        return CheckTarget.ApiKey.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.ApiKey target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.ApiKey target) {
        return "%s %s to the key%s and refuses an altered one (401 or 403)"
                .formatted(
                        target.url(),
                        target.expect().described(),
                        target.header() == null ? "" : " in header " + target.header());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    @Override
    public Finding look(CheckTarget.ApiKey target, Probe probe) throws CallFailed {
        Credential key = target.header() == null
                ? Credential.bearer(target.secret())
                : Credential.header(target.header(), target.secret());
        Answer toAltered = probe.getItself(target.url(), key.altered());
        Answer toKey = probe.getItself(target.url(), key);
        List<String> differences = new ArrayList<>();
        target.expect().differences(toKey).forEach(each -> differences.add("to the key: " + each));
        if (!toAltered.isRefusal()) {
            differences.add("answered %d to an altered key".formatted(toAltered.status()));
        }
        return Finding.of(
                differences,
                "answered %d to the key and %d to an altered one".formatted(toKey.status(), toAltered.status()));
    }
}
