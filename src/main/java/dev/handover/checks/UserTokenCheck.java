package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.UserToken}. */
@Component
final class UserTokenCheck implements Check<CheckTarget.UserToken> {

    @Override
    public Class<CheckTarget.UserToken> kind() {
        return CheckTarget.UserToken.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.UserToken target) {
        return Optional.of(target.client().issuer());
    }

    @Override
    public String expected(CheckTarget.UserToken target) {
        return "%s gives %s a valid token%s, and none for an altered password"
                .formatted(
                        target.client().issuer(),
                        Words.quoted(target.account()),
                        target.roles().isEmpty() ? "" : " with the roles " + String.join(", ", target.roles()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    @Override
    public Finding look(CheckTarget.UserToken target, Probe probe) throws CallFailed {
        TokenEndpoint endpoint = TokenEndpoint.of(target.client(), probe);
        var look = new TokenLook(TokenRequest.ofUser(endpoint, target.account(), target.secret()), probe);
        Optional<JsonNode> claims = look.ask(target.audience());
        boolean isSound = look.differences().isEmpty();
        if (isSound && !target.roles().isEmpty()) {
            look.roles(claims, target.rolesClaim(), target.roles());
        }
        if (isSound && !look.differences().isEmpty()) {
            return Finding.failed(String.join("; ", look.differences()), Symptom.CANNOT_COMPLETE_TASKS);
        }
        return Finding.of(look.differences(), seen(claims, target));
    }

    private static String seen(Optional<JsonNode> claims, CheckTarget.UserToken target) {
        if (claims.isEmpty()) {
            return "an opaque token, whose roles could not be read, and none for an altered password";
        }
        return target.roles().isEmpty()
                ? "a token that the provider signed, and none for an altered password"
                : "a token that the provider signed, with exactly the roles, and none for an altered password";
    }
}
