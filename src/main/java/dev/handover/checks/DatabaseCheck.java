package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.DatabaseQuery;
import dev.handover.shared.Refusal;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Database}. */
@Component
final class DatabaseCheck implements Check<CheckTarget.Database> {

    @Override
    public Class<CheckTarget.Database> kind() {
        return CheckTarget.Database.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Database target) {
        return Ports.address("postgresql", target.host(), target.port());
    }

    @Override
    public String expected(CheckTarget.Database target) {
        String value = target.comparison() == null
                ? "with at least one row"
                : "with a value %s %s".formatted(target.comparison().symbol(), target.threshold());
        return "database %s at %s:%d answers the query %s"
                .formatted(Words.quoted(target.name()), target.host(), target.port(), value);
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    @Override
    public Finding look(CheckTarget.Database target, Probe probe) throws CallFailed {
        if (!DatabaseQuery.isSingleSelect(target.query())) {
            throw Refusal.invalidInput("The query is not a single SELECT without a semicolon. Change it in the plan.");
        }
        probe.note("query", target.query());
        probe.note("account", target.account());
        Optional<String> value = probe.query(new DatabaseQuery(
                target.host(), target.port(), target.name(), target.account(), target.secret(), target.query()));
        probe.note("value", value.orElse("no row"));
        return value.map(text -> compare(target, text)).orElseGet(() -> Finding.failed("the query yields no row"));
    }

    private static Finding compare(CheckTarget.Database target, String text) {
        String observed = "the query yields " + Words.quoted(text);
        if (target.comparison() == null) {
            return Finding.passed(observed);
        }
        try {
            return target.comparison().holds(Double.parseDouble(text), target.threshold())
                    ? Finding.passed(observed)
                    : Finding.failed("%s, which is not %s %s"
                            .formatted(observed, target.comparison().symbol(), target.threshold()));
        } catch (NumberFormatException e) {
            return Finding.failed(observed + ", which is not a number");
        }
    }
}
