package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTests {

    private static int count(String keySet) throws JsonProcessingException {
        return SigningKeys.count(new ObjectMapper().readTree(keySet));
    }

    private static int count(JWK key) throws JsonProcessingException {
        return count("{\"keys\":[%s]}".formatted(key.toPublicJWK() == null ? key : key.toPublicJWK()));
    }

    @Test
    void publicSignatureKeysCount() throws Exception {
        assertThat(count(new RSAKeyGenerator(2048).generate())).isEqualTo(1);
        assertThat(count(new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).generate()))
                .isEqualTo(1);
        assertThat(count(new RSAKeyGenerator(2048)
                        .keyOperations(Set.of(KeyOperation.VERIFY))
                        .generate()))
                .isEqualTo(1);
        for (Curve curve : Set.of(Curve.P_256, Curve.P_384, Curve.P_521)) {
            assertThat(count(new ECKeyGenerator(curve).generate())).isEqualTo(1);
        }
    }

    @Test
    void otherKeysDoNot() throws JOSEException, JsonProcessingException {
        assertThat(count(new RSAKeyGenerator(1024, true).generate())).isZero();
        assertThat(count(new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).generate()))
                .isZero();
        assertThat(count(new RSAKeyGenerator(2048)
                        .keyOperations(Set.of(KeyOperation.ENCRYPT))
                        .generate()))
                .isZero();
        assertThat(count(new OctetSequenceKeyGenerator(256).generate())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":{}}",
                "{\"keys\":\"text\"}",
                "{\"keys\":[null,1,\"x\",[],{}]}",
                "{\"keys\":[{\"kty\":\"RSA\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"not base64!\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"unknown\",\"x\":\"AAAA\",\"y\":\"AAAA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}]}",
            })
    void incompleteSetsHoldNone(String keySet) throws JsonProcessingException {
        assertThat(count(keySet)).isZero();
    }

    @Test
    void edwardsKeysCount() throws JsonProcessingException {
        assertThat(count("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}]}".formatted("A".repeat(43))))
                .isEqualTo(1);
    }
}
