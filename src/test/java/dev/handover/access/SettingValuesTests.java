package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.access.SettingValues.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Name;

/** What is shown of settings, and what never is. */
class SettingValuesTests {

    /** Texts and addresses that may be shown. Whoever adds a setting that is a text decides here or calls it a secret. */
    private static final Set<String> NO_SECRETS = Set.of(
            "handover.base-url",
            "handover.checks.allowed-hosts.pattern",
            "handover.checks.allowed-hosts.schemes",
            "handover.checks.name-servers",
            "handover.checks.ssl-bundle",
            "handover.evidence.malware-scan.host",
            "handover.initial-admin.email",
            "handover.initial-admin.name",
            "handover.initial-admin.user-id",
            "handover.login.open-id.audience",
            "handover.login.open-id.client-id",
            "handover.login.open-id.groups.<key>",
            "handover.login.open-id.groups-claim",
            "handover.login.open-id.issuer",
            "handover.login.open-id.name",
            "handover.login.open-id.user-id-claim",
            "handover.login.unlock",
            "handover.notice.from",
            "handover.notice.sender-name",
            "handover.secrets.<key>.hosts");

    private record Inner(
            String clientSecret, @Name("private") boolean hidden) {}

    private record Outer(
            Duration waitFor, URI at, List<String> hosts, List<Inner> each, Map<String, Inner> named, String missing) {}

    private static List<String> shown(Object settings) {
        return SettingValues.of("handover.sample", settings)
                .map(each -> each.name() + " = " + each.shown())
                .toList();
    }

    @Test
    void recordsAreTakenApartToTheirLastValue() {
        var outer = new Outer(
                Duration.ofMinutes(5),
                URI.create("https://me:hush@contoso.example/x"),
                List.of("b", "a"),
                List.of(new Inner("hush", true)),
                Map.of("one", new Inner(null, false)),
                null);
        assertThat(shown(outer))
                .containsExactlyInAnyOrder(
                        "handover.sample.wait-for = PT5M",
                        "handover.sample.at = https://…@contoso.example/x",
                        "handover.sample.hosts = a, b",
                        "handover.sample.each[0].client-secret = set",
                        "handover.sample.each[0].private = true",
                        "handover.sample.named.one.client-secret = not set",
                        "handover.sample.named.one.private = false",
                        "handover.sample.missing = not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handover.initial-admin.password",
                "handover.login.open-id.client-secret",
                "handover.secrets.aurora.value",
                "handover.secrets.aurora.anything",
                "handover.x.api-key",
                "handover.x.access-token",
                "handover.x.credentials[0]",
            })
    void aSecretIsKnownByItsName(String name) {
        assertThat(new Named(name, "hush").shown()).isEqualTo("set");
        assertThat(new Named(name, " ").shown()).isEqualTo("not set");
        assertThat(new Named(name, null).shown()).isEqualTo("not set");
    }

    @Test
    void everyTextIsJudgedASecretOrNot() {
        var texts = SettingNames.all().entrySet().stream()
                .filter(each -> each.getValue() == String.class || each.getValue() == URI.class)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(texts).contains("handover.initial-admin.password", "handover.secrets.<key>.value");
        assertThat(texts.stream()
                        .filter(name -> !new Named(name, "x").isSecret())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(NO_SECRETS);
    }

    @Test
    void whatIsReadByNameIsListed() throws IOException {
        var placeholder = Pattern.compile("\\$\\{(handover\\.[a-z.-]+)");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var read = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> placeholder.matcher(text(file)).results().map(hit -> hit.group(1)))
                    .distinct();
            assertThat(read).containsExactlyInAnyOrderElementsOf(SettingsInForce.READ_BY_NAME);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
