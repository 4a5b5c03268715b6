package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handover.checks.Symptom;
import dev.handover.validation.Blocker;
import dev.handover.validation.TroubleshootingTable;
import dev.handover.validation.TroubleshootingTable.Row;
import dev.handover.validation.UnusableTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A troubleshooting table is taken only as words, with every mistake told, and what the engine gets is written by the product. */
class TroubleshootingDocumentTests {

    private static final String FIRST_SYMPTOM = "<text>\"cannot-complete-tasks\"</text>";
    private static final String FIRST_HINT =
            "<text>\"Product permissions, object scope, sample data, workflow state, or client version.\"</text>";
    private static final String CANARY = Canary.class.getName().replace('$', '.');

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final String shipped = shipped();

    /** Would be seen if anything in a document were evaluated or loaded. */
    public static final class Canary {

        static boolean called;

        public static String sing() {
            called = true;
            return "sung";
        }
    }

    private static String shipped() {
        try (var document = TroubleshootingDocumentTests.class.getResourceAsStream("/bpmn/troubleshooting.dmn")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void silenceTheCanary() {
        Canary.called = false;
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void theProductsTableIsReadAsTheEngineAnswersIt(Symptom symptom) {
        var table = read(shipped);
        assertThat(table.hintsFor(symptom.slug()))
                .isNotEmpty()
                .isEqualTo(answers(shipped, symptom.slug()))
                .isEqualTo(answers(TroubleshootingDocument.write(shipped, table), symptom.slug()));
    }

    @Test
    void whatIsWrittenIsReadBackAndWrittenTheSameAgain() {
        var table = new TroubleshootingTable(List.of(
                new Row(List.of("connectors-fail", "of-our-own"), "Ask <Bob> & “Eve”: ${1+1}.", null, "Since May."),
                new Row(List.of(), "Look into the log.", "Page", null)));
        var written = TroubleshootingDocument.write(shipped, table);
        assertThat(read(written)).isEqualTo(table);
        assertThat(TroubleshootingDocument.write(shipped, read(written))).isEqualTo(written);
        assertThat(answers(written, "of-our-own"))
                .containsExactly(
                        new Blocker.Hint("Ask <Bob> & “Eve”: ${1+1}.", null),
                        new Blocker.Hint("Look into the log.", "Page"));
        assertThat(answers(written, "anything-else")).containsExactly(new Blocker.Hint("Look into the log.", "Page"));
    }

    @Test
    void aTableWithoutARowForAKnownSymptomSaysSo() {
        var table = new TroubleshootingTable(List.of(new Row(List.of("connectors-fail"), "Look.", null, null)));
        assertThat(table.unanswered())
                .containsExactlyInAnyOrder(EnumSet.complementOf(EnumSet.of(Symptom.CONNECTORS_FAIL))
                        .toArray(Symptom[]::new));
        assertThat(new TroubleshootingTable(List.of(new Row(List.of(), "Look.", null, null))).unanswered())
                .isEmpty();
    }

    static Stream<Arguments> tablesThatAreNoPlainWords() {
        var call = CANARY + ".sing()";
        return Stream.of(
                cell(FIRST_HINT, "<text>now()</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text>\"a\" + \"b\"</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text>${" + call + "}</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text>\"two\", \"texts\"</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text></text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text>\"" + "x".repeat(501) + "\"</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text>\"a\"</text><text>\"b\"</text>", "row 1, column “Check”"),
                cell(FIRST_HINT, "<text><![CDATA[" + call + "]]></text>", "row 1, column “Check”"),
                cell(FIRST_SYMPTOM, "<text>not(\"connectors-fail\")</text>", "row 1, column “Symptom”"),
                cell(FIRST_SYMPTOM, "<text>\"Connectors Fail\"</text>", "row 1, column “Symptom”"),
                cell(FIRST_SYMPTOM, "<text>symptom</text>", "row 1, column “Symptom”"),
                cell(
                        "<outputEntry id=\"OutputEntry_Troubleshooting_CannotCompleteTasks_hint\">",
                        "<outputEntry expressionLanguage=\"javascript\">",
                        "row 1"),
                cell("<rule id=\"Rule_Troubleshooting_ConnectorsFail\">", "<rule><extensionElements/>", "row 2"),
                cell(
                        "<rule id=\"Rule_Troubleshooting_ConnectorsFail\">",
                        "<rule><inputEntry><text>\"more\"</text></inputEntry>",
                        "row 2"),
                cell("<text>symptom</text>", "<text>${" + call + "}</text>", "head of the table"),
                cell("name=\"hint\"", "name=\"advice\"", "head of the table"),
                cell("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\"", "head of the table"),
                cell("hitPolicy=\"COLLECT\"", "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "head of the table"),
                cell("<decision id=\"troubleshooting\"", "<decision id=\"readiness\"", "head of the table"),
                cell("<dmndi:DMNDI>", "<inputData id=\"more\"/><dmndi:DMNDI>", "document"),
                cell(
                        "<dmndi:DMNDI>",
                        "<decision id=\"other\"><literalExpression><text>1</text></literalExpression></decision>"
                                + "<dmndi:DMNDI>",
                        "document"),
                cell("<dmndi:DMNDI>", "<businessKnowledgeModel id=\"b\"/><dmndi:DMNDI>", "document"),
                cell("<dmndi:DMNDI>", "<camunda:script>x</camunda:script><dmndi:DMNDI>", "document"),
                cell("camunda:versionTag=\"0.1\"", "camunda:asyncBefore=\"true\"", "document"),
                cell("https://www.omg.org/spec/DMN/20191111/MODEL/", "http://www.omg.org/spec/DMN/1.0", "document"));
    }

    private static Arguments cell(String old, String hostile, String place) {
        return Arguments.of(old, hostile, place);
    }

    @ParameterizedTest
    @MethodSource("tablesThatAreNoPlainWords")
    void whateverIsNotWordsIsRefusedWithItsPlaceAndNothingIsEvaluated(String old, String hostile, String place) {
        assertThat(shipped).contains(old);
        var errors = refused(shipped.replace(old, hostile));
        assertThat(errors).extracting(UnusableTable.Error::place).contains(place);
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.message()).isNotBlank();
            assertThat(error.mend()).isNotBlank();
        });
        assertThat(Canary.called).isFalse();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        var errors = refused(shipped.replace(FIRST_HINT, "<text>now()</text>")
                .replace("<text>\"connectors-fail\"</text>", "<text>1</text>")
                .replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"ANY\""));
        assertThat(errors)
                .extracting(UnusableTable.Error::place)
                .containsExactly("head of the table", "row 1, column “Check”", "row 2, column “Symptom”");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeAnythingInItIsLoaded() {
        var document = shipped.replace(
                "<definitions", "<!DOCTYPE definitions [<!ENTITY file SYSTEM \"file:///etc/hostname\">]><definitions");
        assertThat(refused(document.replace(FIRST_HINT, "<text>\"&file;\"</text>")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("DOCTYPE"));
    }

    @Test
    void aStackOfNestedElementsIsRefusedAndNothingMore() {
        var deep = "<a>".repeat(30_000) + "</a>".repeat(30_000);
        assertThat(refused(deep)).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        assertThat(refused(shipped.replace("<dmndi:DMNDI>", deep + "<dmndi:DMNDI>")))
                .isNotEmpty();
        assertThat(refused("no xml at all")).isNotEmpty();
        assertThat(refused("")).isNotEmpty();
    }

    @Test
    void whatAModelerAddsForItsPictureIsNoMistakeAndIsNotHandedOn() {
        var saved = shipped.replace(
                "<input id=", "<input xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" biodi:width=\"300\" id=");
        var written = TroubleshootingDocument.write(shipped, read(saved));
        assertThat(written).doesNotContain("biodi");
    }

    private static TroubleshootingTable read(String document) {
        return TroubleshootingDocument.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<UnusableTable.Error> refused(String document) {
        var refusal = catchThrowableOfType(UnusableTable.class, () -> read(document));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.errors();
    }

    private List<Blocker.Hint> answers(String document, String symptom) {
        var decision = engine.parseDecision(
                Decisions.Troubleshooting.KEY, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> facts = Map.of(Decisions.Troubleshooting.SYMPTOM, symptom);
        return engine.evaluateDecisionTable(decision, facts).getResultList().stream()
                .map(row -> new Blocker.Hint((String) row.get(Decisions.Troubleshooting.HINT), (String)
                        row.get(Decisions.Troubleshooting.PAGE)))
                .toList();
    }
}
