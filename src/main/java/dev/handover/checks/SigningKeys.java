package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Finds the keys of a JSON Web Key Set (RFC 7517) that tokens can be verified with: public, meant for signatures, complete,
 * and not too short (RFC 7518, 3.3).
 */
final class SigningKeys {

    private static final int SHORTEST_RSA = 2_048;

    /** Length in bytes of each coordinate (RFC 7518, 6.2.1.2; RFC 8037, 2). */
    private static final Map<String, Integer> COORDINATES =
            Map.of("P-256", 32, "P-384", 48, "P-521", 66, "Ed25519", 32, "Ed448", 57);

    private SigningKeys() {}

    static int count(JsonNode keySet) {
        return (int) StreamSupport.stream(keySet.path("keys").spliterator(), false)
                .filter(SigningKeys::isForSignatures)
                .filter(SigningKeys::isComplete)
                .count();
    }

    private static boolean isForSignatures(JsonNode key) {
        String use = Json.text(key, "use");
        JsonNode operations = key.path("key_ops");
        boolean mayVerify = operations.isMissingNode()
                || StreamSupport.stream(operations.spliterator(), false)
                        .anyMatch(each -> List.of("verify", "sign").contains(each.asText()));
        return (use == null || use.equals("sig")) && mayVerify;
    }

    private static boolean isComplete(JsonNode key) {
        return switch (String.valueOf(Json.text(key, "kty"))) {
            case "RSA" -> new BigInteger(1, bytes(key, "n")).bitLength() >= SHORTEST_RSA && bytes(key, "e").length > 0;
            case "EC" -> isCoordinate(key, "x") && isCoordinate(key, "y");
            case "OKP" -> isCoordinate(key, "x");
            default -> false;
        };
    }

    private static boolean isCoordinate(JsonNode key, String field) {
        Integer length = COORDINATES.get(String.valueOf(Json.text(key, "crv")));
        return length != null && bytes(key, field).length == length;
    }

    /** The bytes of a Base64url field; none if it is missing or something else. */
    private static byte[] bytes(JsonNode key, String field) {
        String text = Json.text(key, field);
        try {
            return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
