package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Issuer and endpoints of the OpenID Connect provider, as its discovery document has them; its keys are not looked at. */
@Component
@Order(4)
final class OidcMetadataSource implements FingerprintSource {

    /** Source: OpenID Connect Discovery 1.0, section 3; the logout endpoint RP-Initiated Logout 1.0, 2.1. */
    private static final Map<FingerprintField, String> METADATA = Map.of(
            FingerprintField.IDENTITY_PROVIDER, "issuer",
            FingerprintField.AUTHORIZATION_ENDPOINT, "authorization_endpoint",
            FingerprintField.TOKEN_ENDPOINT, "token_endpoint",
            FingerprintField.USERINFO_ENDPOINT, "userinfo_endpoint",
            FingerprintField.KEYS_ENDPOINT, "jwks_uri",
            FingerprintField.LOGOUT_ENDPOINT, "end_session_endpoint");

    @Override
    public Set<FingerprintField> fields(FingerprintTarget target) {
        return target.issuer() == null ? Set.of() : METADATA.keySet();
    }

    @Override
    public Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed {
        JsonNode document = Discovery.of(target.issuer(), probe).document();
        var values = new EnumMap<FingerprintField, String>(FingerprintField.class);
        METADATA.forEach((field, name) -> values.put(field, Json.text(document, name)));
        return values;
    }
}
