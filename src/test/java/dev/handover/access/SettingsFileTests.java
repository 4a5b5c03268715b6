package dev.handover.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

/** {@code application.yml} names all settings and tells their defaults, and what else names a setting names one that there is. */
class SettingsFileTests {

    private static final Pattern COMMENTED_OUT = Pattern.compile("^( +)# ( *(?:- )?[a-z<][a-z>-]*:(?: .*)?)$");
    private static final Pattern NAME = Pattern.compile("handover\\.(?!example|jar|dump)[a-z][a-z<>.-]*[a-z>]");
    private static final Pattern VARIABLE = Pattern.compile("HANDOVER_([A-Z_]+)(?=:)");

    @Test
    void everySettingIsNamedAndNoneThatThereIsNot() throws IOException {
        var named = settings(true).keySet().stream().map(SettingsFileTests::general);
        assertThat(named.collect(toSet())).isEqualTo(known());
    }

    @Test
    void whatIsCommentedOutIsTheDefault() throws IOException {
        var inForce = settings(false);
        var told = new TreeMap<>(inForce);
        settings(true).forEach((name, value) -> {
            if (!value.isEmpty() && !name.matches(".*[\\[<].*")) {
                told.put(name, value);
            }
        });
        assertThat(told).hasSizeGreaterThan(inForce.size());
        assertThat(SettingNames.records())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(bound(type, told)).isEqualTo(bound(type, inForce)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/operation.md", "docker-compose.yml"})
    void whatIsWrittenForAdminsNamesSettingsThatThereAre(String file) throws IOException {
        var text = Files.readString(Path.of(file));
        var named = NAME.matcher(text).results().map(MatchResult::group);
        assertThat(named).isNotEmpty().allMatch(SettingsFileTests::isKnown, "is a setting or begins some");
        var variables = VARIABLE.matcher(text).results().map(hit -> hit.group(1));
        assertThat(variables.filter(name -> !name.matches("HOST|MAIL_HOST|MAIL_PORT|MAIL_FROM"))) // of compose itself
                .allMatch(
                        name -> known().stream().anyMatch(each -> variable(each).equals(name)), "is a setting");
    }

    @Test
    void theExamplesForAdminsCanBeRead() throws IOException {
        var examples = new TreeMap<>(settings(false));
        var fenced = Pattern.compile("(?s)```yaml\\n(.*?)```").matcher(Files.readString(Path.of("docs/operation.md")));
        for (var example : fenced.results().toList()) {
            examples.putAll(loaded(example.group(1)));
        }
        assertThat(examples.keySet())
                .filteredOn(name -> name.startsWith("handover."))
                .contains("handover.checks.allowed-hosts[2].private", "handover.login.open-id.issuer")
                .allMatch(name -> isKnown(general(name)), "is a setting or begins some");
        assertThat(SettingNames.records())
                .allSatisfy(type -> assertThat(bound(type, examples)).isNotNull());
    }

    private static boolean isKnown(String name) {
        return known().stream().anyMatch(each -> begins(name.split("\\."), each.split("\\.")));
    }

    /** The key of a map is any. */
    private static boolean begins(String[] parts, String[] known) {
        return parts.length <= known.length
                && IntStream.range(0, parts.length)
                        .allMatch(at -> known[at].equals(SettingNames.KEY) || known[at].equals(parts[at]));
    }

    private static Set<String> known() {
        return Stream.concat(SettingNames.all().keySet().stream(), SettingsInForce.READ_BY_NAME.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String variable(String name) {
        return name.substring("handover.".length())
                .replace("-", "")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    /** Without the place in a list, and one word for all keys of maps. */
    private static String general(String name) {
        return name.replaceAll("\\[\\d+]", "").replaceAll("<[a-z-]+>", SettingNames.KEY);
    }

    private static Object bound(Class<?> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(SettingNames.prefix(type), Bindable.of(type));
    }

    /** @param all also what is commented out; empty without a default */
    private static Map<String, String> settings(boolean all) throws IOException {
        var lines = Files.readString(Path.of("src/main/resources/application.yml"));
        var ours = lines.substring(lines.indexOf("\nhandover:\n") + 1)
                .lines()
                .map(line -> all ? COMMENTED_OUT.matcher(line).replaceFirst("$1$2") : line)
                .collect(joining("\n"));
        return loaded(ours);
    }

    private static Map<String, String> loaded(String yaml) throws IOException {
        var document = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
        var source = (EnumerablePropertySource<?>)
                new YamlPropertySourceLoader().load("settings", document).get(0);
        return Arrays.stream(source.getPropertyNames())
                .collect(Collectors.toMap(
                        name -> name,
                        name -> source.getProperty(name).toString(),
                        (first, same) -> first,
                        TreeMap::new));
    }
}
