package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
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
        return "%s answers %d".formatted(target.url(), target.expectStatus());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    /** Redirects are followed, unless one is what is expected. */
    @Override
    public Finding look(CheckTarget.HttpConnector target, Probe probe) throws CallFailed {
        boolean expectsRedirect = target.expectStatus() / 100 == 3;
        Credential credential = Credential.optionalBearer(target.secret());
        Answer answer =
                expectsRedirect ? probe.getItself(target.url(), credential) : probe.get(target.url(), credential);
        String observed = "%s answered %d".formatted(answer.uri(), answer.status());
        return answer.status() == target.expectStatus() ? Finding.passed(observed) : Finding.failed(observed);
    }
}
