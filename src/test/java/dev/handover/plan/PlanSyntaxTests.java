package dev.handover.plan;

import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.onlyMistakeOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.small;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.handover.shared.HandoverException;
import dev.handover.shared.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no documents, and documents that hold what no plan may hold. */
class PlanSyntaxTests {

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("", 1, "The plan is empty."),
                Arguments.of("# nothing but a comment\n", 1, "The plan is empty."),
                Arguments.of("title: x\n---\ntitle: y\n", 3, "The text holds a second plan."),
                Arguments.of("{\"a\": 1}\n{\"b\": 2}", 2, "The text holds a second plan."),
                Arguments.of("customer:\n\tid: aurora", 2, "The line is indented with a tab."),
                Arguments.of("a: 1\nb: c: d", 2, "There is a colon where none is expected."),
                Arguments.of("a: 1\nb: @x", 2, "A value begins with a character that means something else in YAML."),
                Arguments.of("a: 1\nb: 'x\nc: 2\n", 2, "A quote is opened here and never closed."),
                Arguments.of("a: 1\nb: [x,\n  y\n", 2, "A bracket is opened here and never closed."),
                Arguments.of("a:\n  b: 1\n c: 2\n", 3, "The line does not fit to the lines before it."),
                Arguments.of("a: \"x\" y", 1, "A text goes on after its closing quote."),
                Arguments.of("a: 1\nb\nc: 2", 3, "A field name has no colon and value after it."),
                Arguments.of("a: \"C:\\dir\"", 1, "A backslash is followed by a character that needs none."),
                Arguments.of("a: 1\n? [b]\n: 2", 2, "A field has no plain name."),
                Arguments.of("a: &x 1\n*x : 2", 2, "A field has no plain name."),
                Arguments.of("a: 1\nb: \"\\U99999999\"", 2, "The plan cannot be read as YAML from this line on."),
                Arguments.of("%YAML 3.0\n---\na: 1", 1, "The plan cannot be read as YAML from this line on."),
                Arguments.of("{\n \"a\": 1,\n}", 3, "The plan cannot be read as JSON from here on."),
                Arguments.of("{\n \"a\": tru\n}", 2, "The plan cannot be read as JSON from here on."),
                Arguments.of("{\"a\": 1", 1, "The plan cannot be read as JSON from here on."),
                Arguments.of("a: 1\nb: x\u0000y", 2, "The plan holds a character that cannot be shown (U+0000)."),
                Arguments.of("a: 1\nb: x\ud800y", 2, "The plan holds a character that cannot be shown (U+D800)."));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aTextThatCannotBeReadIsRefusedWithTheLineAndNothingElse(String text, int line, String message) {
        PlanError mistake = onlyMistakeOf(text);

        assertThat(mistake.message()).isEqualTo(message);
        assertThat(mistake.line()).isEqualTo(line);
        assertThat(mistake.pointer()).isEmpty();
        assertThat(mistake.mend()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "- a\n- b", "42", "null", "[]"})
    void aTextThatIsNoObjectIsNoPlan(String text) {
        assertThat(onlyMistakeOf(text).message()).isEqualTo("The text is not a plan, which is an object with fields.");
    }

    @Test
    void aFieldThatIsStatedTwiceIsToldBesideAllOtherMistakes() {
        String document =
                smallWith("  tenant: aurora-prod\n", "  tenant: aurora-prod\n  label: {x: [1]}\n  lable: 1\n");

        assertThat(mistakesOf(document))
                .extracting(PlanError::pointer, PlanError::line, PlanError::message)
                .containsExactly(
                        tuple(
                                "/environment/label",
                                12,
                                "The field \"label\" is stated twice; the first time on line 10."),
                        tuple("/environment/lable", 13, "There is no field \"lable\" here."));
    }

    @Test
    void aFieldThatIsStatedTwiceInJsonIsToldWithBothLines() {
        assertThat(mistakesOf("{\"title\": \"x\",\n\"title\": \"y\"}"))
                .anySatisfy(mistake -> assertThat(mistake)
                        .isEqualTo(new PlanError(
                                "/title",
                                2,
                                "The field \"title\" is stated twice; the first time on line 1.",
                                "Keep one of the two.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x\"]]]]",
                "!!java.io.File [\"/tmp/handover-tag\"]",
                "!!str Aurora",
                "!!binary aGVsbG8=",
                "!custom Aurora"
            })
    void tagsMakeNothingAndAreRefused(String tagged) {
        String document = smallWith("title: Aurora Works goes live in Hamburg", "title: " + tagged);

        assertThat(mistakesOf(document)).anySatisfy(mistake -> {
            assertThat(mistake.pointer()).isEqualTo("/title");
            assertThat(mistake.line()).isEqualTo(5);
            assertThat(mistake.message()).isEqualTo("The value has a YAML tag (\"!\"), which plans do not use.");
        });
        assertThat(Files.exists(Path.of("/tmp/handover-tag"))).isFalse();
    }

    @Test
    void anAliasIsRefusedWhereItStands() {
        String document =
                smallWith("    maxAge: PT26H", "    maxAge: &day PT26H").replace("maxAge: PT9H", "maxAge: *day");

        assertThat(onlyMistakeOf(document))
                .isEqualTo(new PlanError(
                        "/integrations/3/maxAge",
                        PlanTestData.lineOf(document, "*day"),
                        "The value is an alias (\"*\"), which plans do not use.",
                        "Write the value out where it is needed."));
    }

    @Test
    void aBombOfAliasesIsRefusedWithoutBeingUnpacked() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 60; level++) {
            bomb.append("a%d: &a%d [".formatted(level, level));
            bomb.append("*a%d, ".formatted(level - 1).repeat(8));
            bomb.append("*a%d]\n".formatted(level - 1));
        }

        assertThat(mistakesOf(bomb.toString()))
                .filteredOn(mistake -> mistake.message().contains("alias"))
                .hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "- ", "[{a: "})
    void deepNestingIsRefusedBeforeItIsBuilt(String level) {
        PlanError mistake = onlyMistakeOf(level.repeat(100_000));

        assertThat(mistake.message()).isEqualTo("The plan is nested more than 20 levels deep.");
    }

    @Test
    void aPlanAboveOneMegabyteIsTooLarge() {
        String comment = "# " + "ä".repeat(500) + "\n";

        assertThat(read(small() + comment.repeat(1000))).isEqualTo(read(small()));
        assertThatThrownBy(() -> read(small() + comment.repeat(1100)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(HandoverException.Code.TOO_LARGE))
                .hasMessageStartingWith("The plan is larger than 1 MB.");
    }

    @Test
    void endlessTextAndNamesAreRefused() {
        String text = "a-".repeat(200_000) + "a";

        assertThat(onlyMistakeOf(smallWith("id: aurora\n", "id: " + text + "\n"))
                        .message())
                .isEqualTo("The text is longer than 4000 characters.");
        assertThat(onlyMistakeOf(smallWith("id: aurora\n", "id: aurora\n  \"" + text.substring(0, 900) + "\": 1\n"))
                        .message())
                .isEqualTo("A field name is longer than 100 characters.");
    }

    @Test
    void unprintableTextInEscapesIsRefused() {
        assertThat(onlyMistakeOf(smallWith("tenant: aurora-prod", "tenant: \"aurora\\0prod\"")))
                .extracting(PlanError::pointer, PlanError::message)
                .containsExactly("/environment/tenant", "The text holds a character that cannot be shown.");
        assertThat(mistakesOf("{\"title\": \"\\ud800\"}"))
                .anySatisfy(mistake ->
                        assertThat(mistake.message()).isEqualTo("The text holds a character that cannot be shown."));
    }

    @Test
    void aTextFullOfMistakesIsToldUpToABound() {
        assertThat(mistakesOf(fields(19_000)))
                .hasSize(501)
                .last()
                .satisfies(mistake -> assertThat(mistake.message()).isEqualTo("There are 18516 more mistakes."));
    }

    @Test
    void aTextWithTooManyValuesIsNotWorkedThrough() {
        assertThat(onlyMistakeOf(fields(20_000)))
                .isEqualTo(new PlanError(
                        "",
                        20_000,
                        "The plan holds more than 20000 values.",
                        "Leave out what is not part of a plan, or attach it as evidence."));
    }

    private static String fields(int count) {
        StringBuilder text = new StringBuilder();
        for (int field = 0; field < count; field++) {
            text.append("field%d: 1\n".formatted(field));
        }
        return text.toString();
    }
}
