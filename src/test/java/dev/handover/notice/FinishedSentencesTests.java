package dev.handover.notice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.handover.shared.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may put text into facts: for what a person or a model wrote, each after somebody has looked. What our code composes is a
 * phrase, since its reader's language is not known yet.
 */
@AnalyzeClasses(packages = "dev.handover", importOptions = DoNotIncludeTests.class)
class FinishedSentencesTests {

    private static final String NOTICE = "dev.handover.notice.";
    private static final String PROCESS = "dev.handover.process.";

    @ArchTest
    static final ArchRule WHAT_IS_ASKED_IS_THE_MODELS = textOnlyBy("asking", PROCESS + "ReopenedSignOffs");

    @ArchTest
    static final ArchRule WHAT_HAPPENS_OTHERWISE_IS_THE_MODELS = textOnlyBy("otherwise");

    @ArchTest
    static final ArchRule A_REASON_IS_WHAT_A_PERSON_WROTE_WITH_AN_ACT =
            textOnlyBy("because", PROCESS + "HandoffNotices");

    @ArchTest
    static final ArchRule WHAT_IS_LISTED_IS_WHAT_WHOEVER_SIGNED_WROTE =
            textOnlyBy("listing", PROCESS + "ConditionNotices");

    /** What was on record before there were phrases. */
    @ArchTest
    static final ArchRule WHAT_IS_TOLD_AS_IT_WAS_WRITTEN_IS_OLD = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.handover.validation.StepProgress")
            .and()
            .doNotHaveFullyQualifiedName("dev.handover.signoff.SignOff")
            .should()
            .callMethod(Phrase.class, "written", String.class);

    private static ArchRule textOnlyBy(String method, String... who) {
        var allowed = List.of(who);
        return noClasses()
                .that(describe(
                        "are none of " + allowed,
                        type -> !allowed.contains(type.getName())
                                && !type.getName().startsWith(NOTICE + "Facts")
                                && !type.getName().equals(NOTICE + "TaskNotice")))
                .should()
                .callMethodWhere(describe(
                        "puts text into facts by " + method,
                        (JavaCall<?> call) -> call.getName().equals(method)
                                && call.getTargetOwner().isEquivalentTo(Facts.Builder.class)
                                && !call.getTarget()
                                        .getRawParameterTypes()
                                        .get(0)
                                        .isEquivalentTo(method.equals("because") ? List.class : Phrase.class)))
                .as("only %s put text into facts by %s".formatted(allowed, method));
    }

    @Test
    void everyPhraseThatTheCodeNamesHasWordsAndNoWordsAreLeftOver() {
        var source = source();
        var words = ResourceBundle.getBundle("mail/messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith("phrase."))
                .map(key -> key.substring("phrase.".length()))
                .collect(Collectors.toSet());
        var named = Pattern.compile("Phrase\\s*\\.of\\(\\s*\"([^\"]*)\"")
                .matcher(source)
                .results()
                .map(hit -> hit.group(1));
        assertThat(named).hasSizeGreaterThan(15).allMatch(words::contains);
        assertThat(words).allMatch(key -> source.contains('"' + key.replaceFirst("-by$", "") + '"'));
    }

    private static String source() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(FinishedSentencesTests::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
