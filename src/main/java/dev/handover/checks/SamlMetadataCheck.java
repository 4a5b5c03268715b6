package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.shared.HandoverException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * {@link CheckTarget.SamlMetadata}. The XML signature that metadata may carry is not verified: what is known to be the
 * provider's is the address that the plan names, and its TLS certificate.
 */
@Component
final class SamlMetadataCheck implements Check<CheckTarget.SamlMetadata> {

    private static final int LONGEST_ENTITY_ID = 1_024;

    /** How a browser can bring a request to the provider; the others need no browser, or no single sign-on at all. */
    private static final List<String> BINDINGS = List.of(
            "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");

    @Override
    public Class<CheckTarget.SamlMetadata> kind() {
        return CheckTarget.SamlMetadata.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.SamlMetadata target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.SamlMetadata target) {
        return "%s is valid metadata of one identity provider, with endpoints for sign-on and a signing certificate valid for at least %d more days"
                .formatted(target.url(), target.minDays());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    @Override
    public Finding look(CheckTarget.SamlMetadata target, Probe probe) throws CallFailed {
        Answer answer = probe.document(target.url());
        if (!answer.isSuccess()) {
            return Finding.failed("%s answered %d".formatted(answer.uri(), answer.status()));
        }
        if (answer.truncated()) {
            return Finding.failed("%s: the metadata is too long to be read".formatted(answer.uri()));
        }
        try {
            return look(SamlProvider.read(answer.body()), target.minDays(), probe);
        } catch (SamlProvider.Unreadable e) {
            return Finding.failed("%s: the metadata cannot be read: %s".formatted(answer.uri(), e.getMessage()));
        }
    }

    private static Finding look(SamlProvider provider, int minDays, Probe probe) {
        List<String> differences = new ArrayList<>();
        entityId(provider, differences);
        terms(provider, probe, differences);
        int endpoints = endpoints(provider, probe, differences);
        var certificates = SigningCertificates.of(provider.signingCertificates());
        differences.addAll(certificates.faults(probe.now(), minDays));
        probe.note("entityId", provider.entityId());
        probe.note("signingCertificates", certificates.described());
        return Finding.of(
                differences,
                "entity %s, %d endpoint(s) for sign-on, signing certificate valid until %s"
                        .formatted(Words.quoted(provider.entityId()), endpoints, certificates.lastUntil(probe.now())));
    }

    /** Source: saml-core-2.0-os, 8.3.6: at most 1,024 characters. */
    private static void entityId(SamlProvider provider, List<String> differences) {
        if (provider.entityId().isEmpty() || provider.entityId().length() > LONGEST_ENTITY_ID) {
            differences.add("the entityID is %s instead of a name of 1 to %d characters"
                    .formatted(Words.quoted(provider.entityId()), LONGEST_ENTITY_ID));
        }
    }

    /** Whoever uses the metadata stops at {@code validUntil}, and fetches anew after {@code cacheDuration} at the latest. */
    private static void terms(SamlProvider provider, Probe probe, List<String> differences) {
        for (Element element : provider.terms()) {
            String until = element.getAttribute("validUntil").strip();
            if (!until.isEmpty()) {
                probe.note("validUntil of " + element.getLocalName(), until);
                validUntil(until, probe.now(), differences);
            }
            String cache = element.getAttribute("cacheDuration").strip();
            if (!cache.isEmpty()) {
                probe.note("cacheDuration of " + element.getLocalName(), cache);
                if (!isPositiveDuration(cache)) {
                    differences.add("cacheDuration is %s instead of a length of time".formatted(Words.quoted(cache)));
                }
            }
        }
    }

    private static void validUntil(String text, Instant now, List<String> differences) {
        try {
            Instant until = OffsetDateTime.parse(text).toInstant();
            if (!now.isBefore(until)) {
                differences.add("the metadata was valid until %s only (validUntil)".formatted(until));
            }
        } catch (DateTimeException e) {
            differences.add("validUntil is %s instead of a time".formatted(Words.quoted(text)));
        }
    }

    /** XML Schema durations may count in years and months, which the platform's own type does not read. */
    private static boolean isPositiveDuration(String text) {
        try {
            return DatatypeFactory.newDefaultInstance().newDuration(text).getSign() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @return how many endpoints a browser can be sent to */
    private static int endpoints(SamlProvider provider, Probe probe, List<String> differences) {
        int usable = 0;
        List<Element> services = provider.singleSignOnServices();
        for (Element service : services) {
            String binding = service.getAttribute("Binding").strip();
            String location = service.getAttribute("Location").strip();
            probe.note("endpoint " + binding.substring(binding.lastIndexOf(':') + 1), location);
            if (!isUsable(location, probe)) {
                differences.add("the sign-on endpoint %s is not an https address".formatted(Words.quoted(location)));
            } else if (BINDINGS.contains(binding)) {
                usable++;
            }
        }
        if (services.isEmpty()) {
            differences.add("there is no endpoint for sign-on (SingleSignOnService)");
        } else if (services.stream()
                .noneMatch(
                        each -> BINDINGS.contains(each.getAttribute("Binding").strip()))) {
            differences.add("no endpoint for sign-on has the binding HTTP-Redirect or HTTP-POST");
        }
        return usable;
    }

    /** Plain http only where the settings let that host be called so, as for the TLS check. */
    private static boolean isUsable(String location, Probe probe) {
        try {
            URI uri = new URI(location);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()) && probe.allowsPlainHttp(uri));
        } catch (URISyntaxException | HandoverException e) {
            return false;
        }
    }
}
