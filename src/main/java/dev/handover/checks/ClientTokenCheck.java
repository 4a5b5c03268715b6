package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.ClientToken}. */
@Component
final class ClientTokenCheck implements Check<CheckTarget.ClientToken> {

    @Override
    public Class<CheckTarget.ClientToken> kind() {
        return CheckTarget.ClientToken.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.ClientToken target) {
        return Optional.of(target.client().issuer());
    }

    @Override
    public String expected(CheckTarget.ClientToken target) {
        return "%s gives the client %s a valid token%s, and none for an altered secret"
                .formatted(
                        target.client().issuer(),
                        Words.quoted(target.client().id()),
                        target.audience() == null ? "" : " for " + Words.quoted(target.audience()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    @Override
    public Finding look(CheckTarget.ClientToken target, Probe probe) throws CallFailed {
        var look = new TokenLook(TokenRequest.ofClient(TokenEndpoint.of(target.client(), probe)), probe);
        Optional<JsonNode> claims = look.ask(target.audience());
        return Finding.of(
                look.differences(),
                claims.isPresent()
                        ? "a token that the provider signed, and none for an altered secret"
                        : "an opaque token, and none for an altered secret");
    }
}
