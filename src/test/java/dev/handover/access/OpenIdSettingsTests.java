package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of the login: what they mean, and which mistakes keep the product from starting. */
class OpenIdSettingsTests {

    private static OpenIdSettings settings(String issuer, String clientId, Map<String, List<String>> groups) {
        var address = issuer == null ? null : URI.create(issuer);
        return new OpenIdSettings(address, clientId, "s3cret", "Contoso", "preferred_username", "groups", groups, null);
    }

    @Test
    void aGroupIsCalledAsTheSettingsSayOrElseByItsId() {
        var settings = settings("https://idp.example", "handover", Map.of("camunda-admin", List.of("it", "ops")));
        assertThat(settings.groupsOf(List.of("ops", "owners", "canteen")))
                .containsExactlyInAnyOrder(Group.ADMINS, Group.OWNERS);
        assertThat(settings.groupsOf(List.of("camunda-admin"))).isEmpty();
    }

    @Test
    void groupsAreFoundByNameOrByPointer() {
        assertThat(settings(null, null, Map.of()).groupsPointer()).hasToString("/groups");
        var nested = new OpenIdSettings(null, null, null, "", "", "/realm_access/roles", Map.of(), null);
        assertThat(nested.groupsPointer()).hasToString("/realm_access/roles");
    }

    @Test
    void anIssuerAloneIsNotEnough() {
        assertThatThrownBy(() -> settings("https://idp.example", " ", Map.of()))
                .hasMessageContaining("handover.login.open-id.client-id is missing");
    }

    @Test
    void aGroupThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> settings("https://idp.example", "handover", Map.of("admins", List.of("it"))))
                .hasMessageContaining("\"admins\", which is no group of this product");
    }

    @Test
    void anInstallationThatNobodyCouldLogInToDoesNotStart() {
        assertThatThrownBy(() -> new LoginWays(
                        new LoginSettings(false, java.time.Duration.ofMillis(100), null),
                        settings(null, null, Map.of())))
                .hasMessageContaining("Nobody could log in");
    }

    @Test
    void theSecretIsNotInWhatIsLogged() {
        assertThat(settings("https://idp.example", "handover", Map.of()))
                .hasToString("OpenIdSettings[issuer=https://idp.example, clientId=handover]");
    }
}
