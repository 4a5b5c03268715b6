package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.HttpConnector}. */
@Component
final class HttpConnectorCheck implements Check<CheckTarget.HttpConnector> {

    @Override
    public Class<CheckTarget.HttpConnector> kind() {
        return CheckTarget.HttpConnector.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.HttpConnector target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.HttpConnector target) {
        return "%s %s".formatted(target.url(), target.expect().described());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    /** Redirects are followed, unless one is what is expected. */
    @Override
    public Finding look(CheckTarget.HttpConnector target, Probe probe) throws CallFailed {
        Credential credential = Credential.optionalBearer(target.secret());
        Answer answer = target.expect().isForRedirect()
                ? probe.getItself(target.url(), credential)
                : probe.get(target.url(), credential);
        List<String> differences = target.expect().differences(answer);
        String observed = "%s answered %d".formatted(answer.uri(), answer.status());
        return differences.isEmpty()
                ? Finding.passed(observed)
                : Finding.failed("%s %s".formatted(answer.uri(), String.join("; ", differences)));
    }
}
