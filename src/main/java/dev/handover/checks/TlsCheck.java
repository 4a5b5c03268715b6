package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.TlsFacts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Tls}. */
@Component
final class TlsCheck implements Check<CheckTarget.Tls> {

    @Override
    public Class<CheckTarget.Tls> kind() {
        return CheckTarget.Tls.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Tls target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.Tls target) {
        return "%s has a trusted certificate for its host, valid for at least %d more days, over TLS 1.2 or newer"
                .formatted(target.url(), target.minDays());
    }

    @Override
    public Symptom symptom() {
        return Symptom.ENVIRONMENT_DIFFERS;
    }

    @Override
    public Finding look(CheckTarget.Tls target, Probe probe) throws CallFailed {
        if ("http".equalsIgnoreCase(target.url().getScheme())) {
            return probe.allowsPlainHttp(target.url())
                    ? Finding.passed("plain http, which the settings allow for this host")
                    : Finding.failed("plain http, which the settings do not allow for this host");
        }
        TlsFacts facts = probe.lookAtTls(target.url());
        write(facts, probe);
        long days = Duration.between(probe.now(), facts.validUntil()).toDays();
        List<String> differences = new ArrayList<>(facts.faults());
        if (probe.now().isAfter(facts.validUntil())) {
            differences.add("the certificate expired on " + facts.validUntil());
        } else if (days < target.minDays()) {
            differences.add("the certificate is valid until %s, that is %d days instead of at least %d"
                    .formatted(facts.validUntil(), days, target.minDays()));
        }
        return Finding.of(
                differences,
                "%s, certificate of %s valid for %d days".formatted(facts.protocol(), facts.subject(), days));
    }

    private static void write(TlsFacts facts, Probe probe) {
        probe.note("protocol", facts.protocol());
        probe.note("cipher", facts.cipher());
        probe.note("subject", facts.subject());
        probe.note("issuer", facts.issuer());
        probe.note("names", String.join(", ", facts.names()));
        probe.note("validFrom", facts.validFrom());
        probe.note("validUntil", facts.validUntil());
        probe.note("sha256", facts.fingerprint());
        probe.note("chainLength", facts.chainLength());
        probe.note("faults", String.join("; ", facts.faults()));
    }
}
