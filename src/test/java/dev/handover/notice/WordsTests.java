package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.FingerprintField;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every language has all words, and each says what the English one says. */
class WordsTests {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    static Stream<Locale> translations() {
        return Languages.known().stream().filter(language -> !language.equals(Locale.ENGLISH));
    }

    @Test
    void thereAreEnglishAndGerman() {
        assertThat(Languages.known()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheWordsOfTheEnglishOneAndNoOthers(Locale language) throws IOException {
        assertThat(words("messages", language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        words("messages", Locale.ENGLISH).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageSaysTheSameValuesAndLeavesTheSameOut(Locale language) throws IOException {
        var english = words("messages", Locale.ENGLISH);
        var other = words("messages", language);
        for (var key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(other.getProperty(key).isBlank())
                    .as(key)
                    .isEqualTo(english.getProperty(key).isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void everyTaskOfTheModelsHasANameAndSaysWhatIsAsked(Locale language) throws IOException {
        var names = tasks().map(UserTask::getName).collect(Collectors.toSet());
        var expected = new TreeSet<String>();
        names.forEach(name -> {
            expected.add(LetterWords.key(name));
            expected.add(LetterWords.key(name) + ".asks");
        });
        subjects().map(LetterWords::key).forEach(expected::add);
        var words = words("tasks", language);
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(words.values()).allSatisfy(word -> assertThat((String) word).isNotBlank());
    }

    /** What else a task's name or a phrase says. */
    private static Stream<String> subjects() {
        return Stream.of(
                        Arrays.stream(Step.values()).map(Step::title),
                        Arrays.stream(Role.values()).map(Role::title),
                        Arrays.stream(SignalKind.values()).map(SignalKind::title),
                        Arrays.stream(EvidenceKind.values()).map(EvidenceKind::title),
                        Arrays.stream(FingerprintField.values()).map(FingerprintField::title),
                        Role.signing().stream().map(role -> "Sign-off as " + role.title()))
                .flatMap(each -> each);
    }

    private static Stream<UserTask> tasks() throws IOException {
        var models = List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn"));
        assertThat(models).isNotEmpty();
        return models.stream().flatMap(model -> {
            try (var content = model.getInputStream()) {
                return Bpmn.readModelFromStream(content).getModelElementsByType(UserTask.class).stream();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static TreeSet<String> places(String words) {
        return PLACE.matcher(words)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle, Locale language) throws IOException {
        var suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language;
        var words = new Properties();
        try (var in = new InputStreamReader(
                WordsTests.class.getResourceAsStream("/mail/%s%s.properties".formatted(bundle, suffix)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
