package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a browser does not forgive in the modules that Cockpit loads: one that is missing or fails blanks the whole page. */
class CockpitScriptsTests {

    private static final Path COCKPIT = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/cockpit");

    /** Where {@code /js} is, seen from the address of the modules. */
    private static final Path STATIC = Path.of("src/main/resources/static");

    private static final Pattern IMPORTED =
            Pattern.compile("(?:\\bfrom\\s+|\\bimport\\(|\\bpart\\()'(\\.{1,2}/[^']+)'");
    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern MARKUP_FROM_TEXT = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|\\beval\\(|\\bFunction\\(");

    static Stream<Path> modules() throws IOException {
        return Files.list(COCKPIT.resolve("handover"));
    }

    @Test
    void thereAreModulesToLookAt() throws IOException {
        assertThat(modules())
                .hasSizeGreaterThan(3)
                .allMatch(module -> module.toString().endsWith(".js"));
    }

    @Test
    void whatTheConfigurationNamesIsThere() {
        var scripts = CUSTOM_SCRIPTS.matcher(read(COCKPIT.resolve("scripts/config.js")));
        assertThat(scripts.find()).isTrue();
        assertThat(scripts.group(1).replaceAll("[' ]", "").split(","))
                .hasSize(2)
                .allSatisfy(script -> assertThat(file(COCKPIT, script + ".js")).isRegularFile());
    }

    @Test
    void theEntryNeedsNothingToLoad() {
        assertThat(read(COCKPIT.resolve("handover/plugins.js"))).doesNotContainPattern("(?m)^\\s*(import\\s|await\\b)");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatAModuleImportsIsThere(Path module) {
        var imports = IMPORTED.matcher(read(module)).results().map(found -> found.group(1));
        assertThat(imports)
                .allSatisfy(imported ->
                        assertThat(file(module.getParent(), imported)).isRegularFile());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noTextBecomesMarkup(Path module) {
        assertThat(read(module)).doesNotContainPattern(MARKUP_FROM_TEXT);
    }

    @Test
    void theRulesSeeWhatTheyForbid() {
        assertThat(List.of("node.innerHTML = x", "eval('x')", "a.insertAdjacentHTML('beforeend', b)"))
                .allSatisfy(code -> assertThat(code).containsPattern(MARKUP_FROM_TEXT));
        assertThat(IMPORTED.matcher("render: part('./readiness.js')").results()).hasSize(1);
    }

    private static Path file(Path folder, String address) {
        return address.startsWith("../../../js/")
                ? STATIC.resolve(address.substring("../../../".length()))
                : folder.resolve(address).normalize();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
