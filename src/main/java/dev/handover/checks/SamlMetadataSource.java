package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.shared.Digest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Entity, sign-on endpoints and signing certificates of the SAML identity provider, as its metadata has them. */
@Component
@Order(5)
final class SamlMetadataSource implements FingerprintSource {

    @Override
    public Set<FingerprintField> fields(FingerprintTarget target) {
        return target.metadataUrl() == null
                ? Set.of()
                : Set.of(
                        FingerprintField.IDENTITY_PROVIDER,
                        FingerprintField.SIGN_ON_ENDPOINTS,
                        FingerprintField.SIGNING_CERTIFICATES);
    }

    @Override
    public Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed {
        Answer answer = probe.document(target.metadataUrl());
        if (!answer.isSuccess() || answer.truncated()) {
            throw new CallFailed("%s answered %d%s"
                    .formatted(answer.uri(), answer.status(), answer.truncated() ? ", and more than can be read" : ""));
        }
        try {
            return fields(SamlProvider.read(answer.body()));
        } catch (SamlProvider.Unreadable e) {
            throw new CallFailed("%s: the metadata cannot be read: %s".formatted(answer.uri(), e.getMessage()));
        }
    }

    /** Sorted, since the order in the document means nothing. */
    private static Map<FingerprintField, String> fields(SamlProvider provider) {
        String endpoints = provider.singleSignOnServices().stream()
                .map(each -> each.getAttribute("Location").strip())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String certificates = provider.signingCertificates().stream()
                .map(each -> Digest.of(each).sha256())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Map.of(
                FingerprintField.IDENTITY_PROVIDER, provider.entityId(),
                FingerprintField.SIGN_ON_ENDPOINTS, endpoints,
                FingerprintField.SIGNING_CERTIFICATES, certificates);
    }
}
