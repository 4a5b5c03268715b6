package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.TlsFacts;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The certificate of the environment's address, trusted or not. An http address has none, which is no value of a field but no field. */
@Component
@Order(3)
final class CertificateSource implements FingerprintSource {

    @Override
    public Set<FingerprintField> fields(FingerprintTarget target) {
        return "https".equalsIgnoreCase(target.url().getScheme())
                ? Set.of(
                        FingerprintField.CERTIFICATE,
                        FingerprintField.CERTIFICATE_ISSUER,
                        FingerprintField.CERTIFICATE_SUBJECT,
                        FingerprintField.CERTIFICATE_VALID_UNTIL)
                : Set.of();
    }

    @Override
    public Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed {
        TlsFacts facts = probe.lookAtTls(target.url());
        return Map.of(
                FingerprintField.CERTIFICATE, facts.fingerprint(),
                FingerprintField.CERTIFICATE_ISSUER, facts.issuer(),
                FingerprintField.CERTIFICATE_SUBJECT, facts.subject(),
                FingerprintField.CERTIFICATE_VALID_UNTIL, facts.validUntil().toString());
    }
}
