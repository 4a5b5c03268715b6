package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.access.SettingValues.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

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
            "handover.login.open-id.groups",
            "handover.login.open-id.groups-claim",
            "handover.login.open-id.issuer",
            "handover.login.open-id.name",
            "handover.login.open-id.user-id-claim",
            "handover.login.unlock",
            "handover.notice.from",
            "handover.notice.sender-name",
            "handover.secrets.hosts");

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
        var texts = new TreeSet<String>();
        records().forEach(type -> texts(prefix(type), type, texts));
        assertThat(texts).contains("handover.initial-admin.password", "handover.secrets.value");
        assertThat(texts.stream()
                        .filter(name -> !new Named(withKey(name), "x").isSecret())
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

    /** A name in a map stands between. */
    private static String withKey(String name) {
        return name.replace("handover.secrets.", "handover.secrets.aurora.");
    }

    private static Stream<Class<?>> records() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var found = new ArrayList<Class<?>>();
        scan.findCandidateComponents("dev.handover")
                .forEach(each -> found.add(ClassUtils.resolveClassName(
                        each.getBeanClassName(), SettingValuesTests.class.getClassLoader())));
        return found.stream()
                .filter(Class::isRecord)
                .filter(type -> prefix(type).startsWith("handover"));
    }

    private static String prefix(Class<?> type) {
        return AnnotationUtils.findAnnotation(type, ConfigurationProperties.class)
                .prefix();
    }

    private static void texts(String name, Class<?> type, Set<String> into) {
        Arrays.stream(type.getRecordComponents())
                .forEach(part -> texts(name + '.' + nameOf(part), part.getGenericType(), into));
    }

    private static void texts(String name, Type type, Set<String> into) {
        if (type instanceof ParameterizedType many) {
            var arguments = many.getActualTypeArguments();
            texts(name, arguments[arguments.length - 1], into);
        } else if (type instanceof Class<?> one && one.isRecord()) {
            texts(name, one, into);
        } else if (type == String.class || type == URI.class) {
            into.add(name);
        }
    }

    private static String nameOf(RecordComponent part) {
        return DataObjectPropertyName.toDashedForm(part.getName());
    }
}
