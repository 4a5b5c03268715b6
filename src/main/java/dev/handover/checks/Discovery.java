package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The discovery document of an OpenID Connect provider (OpenID Connect Discovery 1.0, section 3).
 *
 * @param issuer that was asked for
 */
record Discovery(String issuer, JsonNode document) {

    /** @throws CallFailed if there is no document */
    static Discovery of(URI issuer, Probe probe) throws CallFailed {
        String text = issuer.toString();
        return new Discovery(text, probe.json(address(text), Credential.none()));
    }

    /** Source: OpenID Connect Discovery 1.0, 4.1: a slash at the end of the issuer is left out. */
    private static URI address(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** What is said about the issuer if it is another one than that which was asked for. */
    Optional<String> otherIssuer() {
        String named = Json.text(document, "issuer");
        return issuer.equals(named)
                ? Optional.empty()
                : Optional.of("issuer is %s instead of %s".formatted(Words.quoted(named), Words.quoted(issuer)));
    }

    /** The address in a field, if there is a usable one. */
    Optional<URI> endpoint(String field) {
        String text = Json.text(document, field);
        try {
            return Optional.of(new URI(text == null ? "" : text))
                    .filter(uri -> uri.isAbsolute() && uri.getRawAuthority() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What is said about a field that holds no address. */
    String noAddress(String field) {
        return "%s is %s instead of an address".formatted(field, Words.quoted(Json.text(document, field)));
    }

    /** How clients may identify themselves; a document that says nothing means HTTP Basic. */
    List<String> clientMethods() {
        JsonNode methods = document.path("token_endpoint_auth_methods_supported");
        return methods.isMissingNode()
                ? List.of("client_secret_basic")
                : StreamSupport.stream(methods.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
