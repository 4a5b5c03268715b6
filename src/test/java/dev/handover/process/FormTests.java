package dev.handover.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that every form keeps, since neither the engine nor the form library refuses a form that breaks them. */
class FormTests {

    private static final Path FOLDER = Path.of("forms");

    /** What the form library of the webapps has (form-js 1.8.7) and keeps the values of; nothing that needs variables of the process. */
    private static final Set<String> COMPONENTS =
            Set.of("html", "textfield", "textarea", "number", "datetime", "radio", "select", "group");

    /** What can be decided in each form, in the order it is offered. */
    static final Map<String, List<String>> DECISIONS = Map.ofEntries(
            entry(Forms.CONFIRM_ENVIRONMENT_READINESS, List.of("confirm")),
            entry(Forms.CONFIRM_PRODUCT_CONFIGURATION, List.of("confirm")),
            entry(Forms.NAME_OWNER, List.of("name")),
            entry(Forms.ACCEPT_ROLE, List.of("accept", "decline")),
            entry(Forms.CONFIRM_STEP, List.of("confirm", "reject")),
            entry(Forms.RESOLVE_BLOCKER, List.of("fixed")),
            entry(Forms.PROPOSE_WINDOW, List.of("propose")),
            entry(Forms.SIGN_OFF_BUSINESS, List.of("approve", "approve-with-conditions", "reject")),
            entry(Forms.SIGN_OFF_ENVIRONMENT, List.of("approve", "approve-with-conditions", "reject")),
            entry(Forms.APPROVE_CHANGE, List.of("approve", "approve-with-conditions", "reject")),
            entry(Forms.RESOLVE_HOLD, List.of("fixed")),
            entry(Forms.DECIDE_GO, List.of("go", "pause", "roll-back")),
            entry(Forms.RESUME_OR_ROLL_BACK, List.of("resume", "roll-back")),
            entry(Forms.CONFIRM_GO_LIVE, List.of("confirm", "roll-back")),
            entry(Forms.HANDOVER_DRILL, List.of("confirm")),
            entry(Forms.RECORD_SIGNAL, List.of("record")),
            entry(Forms.HANDLE_EXCEPTION, List.of("fixed", "roll-back")),
            entry(Forms.DECIDE_ROLL_BACK, List.of("roll-back", "resume")),
            entry(Forms.REVIEW_OPEN_ISSUES, List.of("accept", "extend")));

    static final List<String> TASK_FORMS = DECISIONS.keySet().stream().sorted().toList();
    static final List<String> ALL_FORMS = Forms.ALL;

    @Test
    void thereIsAFileForEveryFormAndNoOther() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Forms.ALL.stream().map(id -> id + ".form").toList());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL_FORMS")
    void aFormIsWhatTheWebApplicationsUnderstand(String id) {
        var form = read(id);
        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        assertThat(components(form))
                .allSatisfy(each -> assertThat(each.path("type").asText()).isIn(COMPONENTS));
    }

    @ParameterizedTest
    @FieldSource("ALL_FORMS")
    void idsAndKeysAreUniqueAndTellEachOtherApart(String id) {
        var components = components(read(id));
        assertThat(components).extracting(each -> each.path("id").asText()).doesNotHaveDuplicates();
        var fields = components.stream().filter(each -> each.has("key")).toList();
        assertThat(fields).extracting(each -> each.get("key").asText()).doesNotHaveDuplicates();
        // scripts find a field by its id, which is its key with a capital
        assertThat(fields)
                .allSatisfy(each -> assertThat(each.get("id").asText())
                        .isEqualTo(capitalized(each.get("key").asText())));
    }

    @ParameterizedTest
    @FieldSource("ALL_FORMS")
    void nothingShowsAVariableOfTheProcess(String id) {
        assertThat(components(read(id))).allSatisfy(each -> {
            assertThat(each.toString()).doesNotContain("{{").doesNotContain("valuesKey", "valuesExpression");
            if (each.path("type").asText().equals("html")) {
                assertThat(each.path("content").asText()).matches("<div class=\"handover-(briefing|start)\"></div>");
            }
        });
    }

    @ParameterizedTest
    @FieldSource("ALL_FORMS")
    void everyFieldSaysWhatItIsAndFitsAVariable(String id) {
        assertThat(components(read(id)).stream().filter(each -> each.has("key")))
                .allSatisfy(each -> {
                    assertThat(each.path("label").asText()
                                    + each.path("dateLabel").asText())
                            .isNotBlank();
                    // a read-only field cannot be kept true to what is shown, and the engine does not enforce it anyway
                    assertThat(each.has("readonly") || each.has("disabled")).isFalse();
                    if (each.get("type").asText().startsWith("text")
                            && !each.get("key").asText().equals("plan")) {
                        var bound = each.path("validate").path("maxLength").asInt(2000);
                        assertThat(bound).isLessThanOrEqualTo(4000);
                    }
                });
    }

    @ParameterizedTest
    @FieldSource("TASK_FORMS")
    void aTaskBeginsWithItsBriefingAndOffersItsDecisionsInWords(String id) {
        var form = read(id);
        assertThat(form.at("/components/0/content").asText()).contains("handover-briefing");
        var decision = field(form, "decision");
        assertThat(decision.path("type").asText()).isEqualTo("radio");
        assertThat(decision.at("/validate/required").asBoolean()).isTrue();
        assertThat(decision.path("values"))
                .extracting(each -> each.path("value").asText())
                .containsExactlyElementsOf(DECISIONS.get(id));
        // "Approve: what happens then." – the verb alone is no consequence
        assertThat(decision.path("values"))
                .allSatisfy(each -> assertThat(each.path("label").asText())
                        .hasSizeGreaterThan(30)
                        .endsWith("."));
    }

    /** Where a decision owes a reason, the form demands it exactly then. */
    static Stream<List<String>> owedReasons() {
        return Stream.of(
                List.of(Forms.ACCEPT_ROLE, "decline"),
                List.of(Forms.SIGN_OFF_BUSINESS, "reject"),
                List.of(Forms.SIGN_OFF_ENVIRONMENT, "reject"),
                List.of(Forms.APPROVE_CHANGE, "reject"),
                List.of(Forms.DECIDE_GO, "pause", "roll-back"),
                List.of(Forms.RESUME_OR_ROLL_BACK, "roll-back"),
                List.of(Forms.CONFIRM_GO_LIVE, "roll-back"),
                List.of(Forms.REVIEW_OPEN_ISSUES, "extend"));
    }

    @ParameterizedTest
    @MethodSource("owedReasons")
    void aReasonIsDemandedByTheDecisionsThatOweOne(List<String> formAndDecisions) {
        var reason = field(read(formAndDecisions.get(0)), "reason");
        var owing = formAndDecisions.subList(1, formAndDecisions.size());
        assertThat(reason.at("/validate/required").asBoolean()).isTrue();
        assertThat(reason.at("/conditional/hide").asText())
                .isEqualTo("="
                        + String.join(
                                " and ",
                                owing.stream()
                                        .map("decision != \"%s\""::formatted)
                                        .toList()));
    }

    @Test
    void aStepIsRejectedOntoOneOfTheSevenThatAreValidated() {
        assertThat(field(read(Forms.SIGN_OFF_BUSINESS), "rejectedStep").path("values"))
                .extracting(each -> each.path("value").asText())
                .containsExactlyElementsOf(dev.handover.shared.Step.validated().stream()
                        .map(dev.handover.shared.Step::slug)
                        .toList());
    }

    @Test
    void everySignalCanBeRecorded() {
        assertThat(field(read(Forms.RECORD_SIGNAL), "signal").path("values"))
                .extracting(each -> each.path("value").asText())
                .containsExactlyElementsOf(Stream.of(dev.handover.shared.SignalKind.values())
                        .map(dev.handover.shared.SignalKind::slug)
                        .toList());
    }

    private static JsonNode read(String id) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(id + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> components(JsonNode parent) {
        return Stream.of(parent.path("components"))
                .flatMap(list -> java.util.stream.StreamSupport.stream(list.spliterator(), false))
                .flatMap(each -> Stream.concat(Stream.of(each), components(each).stream()))
                .toList();
    }

    private static JsonNode field(JsonNode form, String key) {
        return components(form).stream()
                .filter(each -> each.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }

    private static String capitalized(String key) {
        return Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }
}
