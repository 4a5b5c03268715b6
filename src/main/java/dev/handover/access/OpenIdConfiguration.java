package dev.handover.access;

import java.util.Collection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** What is known of the identity provider. Read when it is first needed: a provider that is down does not keep the product down. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("handover.login.open-id.issuer")
class OpenIdConfiguration {

    /** Verifies access tokens that programs bring. Not a bean of its own type, so that nothing else takes tokens by it. */
    record TokensOfPrograms(JwtDecoder decoder) {}

    @Bean
    ClientRegistrationRepository openIdClient(OpenIdSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(OpenIdSettings settings) {
        var client = ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                .registrationId(OpenIdSettings.REGISTRATION)
                .clientId(settings.clientId())
                .clientName(settings.name())
                .scope("openid", "profile", "email");
        return settings.clientSecret() == null
                ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : client.clientSecret(settings.clientSecret()).build();
    }

    @Bean
    TokensOfPrograms tokensOfPrograms(OpenIdSettings settings) {
        return new TokensOfPrograms(new SupplierJwtDecoder(() -> decoder(settings)));
    }

    private static JwtDecoder decoder(OpenIdSettings settings) {
        var issuer = settings.issuer().toString();
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        var forUs = new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.expectedAudience()));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer), forUs));
        return decoder;
    }
}
