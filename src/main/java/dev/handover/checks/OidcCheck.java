package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.net.URISyntaxException;
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
        String expectedIssuer = target.issuer().toString();
        JsonNode document = probe.json(discovery(expectedIssuer), Credential.none());
        List<String> differences = new ArrayList<>();
        String issuer = Json.text(document, "issuer");
        if (!expectedIssuer.equals(issuer)) {
            differences.add("issuer is %s instead of %s".formatted(Words.quoted(issuer), Words.quoted(expectedIssuer)));
        }
        endpoint(document, "authorization_endpoint", differences);
        endpoint(document, "token_endpoint", differences);
        Optional<URI> keys = endpoint(document, "jwks_uri", differences);
        int usable = keys.isPresent() ? SigningKeys.count(probe.json(keys.get(), Credential.none())) : 0;
        if (keys.isPresent() && usable == 0) {
            differences.add("%s holds no key that can sign"
                    .formatted(Words.quoted(keys.get().toString())));
        }
        return Finding.of(
                differences,
                "issuer %s, all endpoints, %d key(s) that can sign".formatted(Words.quoted(issuer), usable));
    }

    /** Source: OpenID Connect Discovery 1.0, 4.1: a slash at the end of the issuer is left out. */
    static URI discovery(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** The address in a field, if there is a usable one; if not, that is a difference. */
    private static Optional<URI> endpoint(JsonNode document, String field, List<String> differences) {
        String text = Json.text(document, field);
        try {
            URI uri = new URI(text == null ? "" : text);
            if (uri.isAbsolute() && uri.getRawAuthority() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // No address either, so it is the same difference.
        }
        differences.add("%s is %s instead of an address".formatted(field, Words.quoted(text)));
        return Optional.empty();
    }
}
