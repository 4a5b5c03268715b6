package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Health}. */
@Component
final class HealthCheck implements Check<CheckTarget.Health> {

    @Override
    public Class<CheckTarget.Health> kind() {
        return CheckTarget.Health.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Health target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.Health target) {
        return "%s answers 2xx".formatted(target.url());
    }

    @Override
    public Symptom symptom() {
        return Symptom.ENVIRONMENT_DIFFERS;
    }

    @Override
    public Finding look(CheckTarget.Health target, Probe probe) throws CallFailed {
        Answer answer = probe.get(target.url());
        String observed = "%s answered %d".formatted(answer.uri(), answer.status());
        return answer.isSuccess() ? Finding.passed(observed) : Finding.failed(observed);
    }
}
