package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Oidc}. */
@Component
final class OidcCheck implements Check<CheckTarget.Oidc> {

    @Override
    public Class<CheckTarget.Oidc> kind() {
        return CheckTarget.Oidc.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Oidc target) {
        return Optional.of(target.issuer());
    }

    @Override
    public String expected(CheckTarget.Oidc target) {
        return "discovery document with issuer %s, its endpoints, and a key that can sign".formatted(target.issuer());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    @Override
    public Finding look(CheckTarget.Oidc target, Probe probe) throws CallFailed {
        Discovery discovery = Discovery.of(target.issuer(), probe);
        List<String> differences = new ArrayList<>();
        discovery.otherIssuer().ifPresent(differences::add);
        endpoint(discovery, "authorization_endpoint", differences);
        endpoint(discovery, "token_endpoint", differences);
        Optional<URI> keys = endpoint(discovery, "jwks_uri", differences);
        int usable = keys.isPresent() ? SigningKeys.count(probe.json(keys.get(), Credential.none())) : 0;
        if (keys.isPresent() && usable == 0) {
            differences.add("%s holds no key that can sign"
                    .formatted(Words.quoted(keys.get().toString())));
        }
        return Finding.of(
                differences,
                "issuer %s, all endpoints, %d key(s) that can sign"
                        .formatted(Words.quoted(discovery.issuer()), usable));
    }

    /** The address in a field, if there is a usable one; if not, that is a difference. */
    private static Optional<URI> endpoint(Discovery discovery, String field, List<String> differences) {
        Optional<URI> address = discovery.endpoint(field);
        if (address.isEmpty()) {
            differences.add(discovery.noAddress(field));
        }
        return address;
    }
}
