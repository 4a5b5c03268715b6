package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision tables answer as agreed, at their boundaries too, and no rule of them is idle. */
class DecisionTablesTests {

    private static final Set<String> CHANGED = Set.of("escalation", "readiness");

    private static final String AUTHENTICATION = "Authentication Troubleshooting";
    private static final String OPERATIONS = "Operations and Maintenance";
    private static final String GO_LIVE = "Go-Live and Handover";

    private final Set<String> fired = new HashSet<>();
    private final DmnEngine engine = engine();

    private DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        return configuration.buildEngine();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> fired.add(rule.getId()));
    }

    static Stream<Arguments> readiness() {
        return Stream.of(
                Arguments.of(false, 0, 0, 0, 0, "not-ready", "At least one validation step has not passed."),
                Arguments.of(false, 9, 9, 9, 9, "not-ready", "At least one validation step has not passed."),
                Arguments.of(true, 1, 0, 0, 0, "not-ready", "At least one blocker is open."),
                Arguments.of(true, 1, 5, 5, 5, "not-ready", "At least one blocker is open."),
                Arguments.of(
                        true, 0, 2, 1, 0, "not-ready", "At least one condition of an earlier sign-off is overdue."),
                Arguments.of(
                        true, 0, 1, 1, 9, "not-ready", "At least one condition of an earlier sign-off is overdue."),
                Arguments.of(
                        true,
                        0,
                        1,
                        0,
                        1,
                        "ready-with-conditions",
                        "Conditions are open, and known issues of high severity remain."),
                Arguments.of(true, 0, 1, 0, 0, "ready-with-conditions", "Conditions of earlier sign-offs are open."),
                Arguments.of(true, 0, 0, 0, 1, "ready-with-conditions", "Known issues of high severity remain."),
                Arguments.of(true, 0, 0, 0, 0, "ready", "Every validation step has passed, and nothing is open."));
    }

    @ParameterizedTest
    @MethodSource
    void readiness(
            boolean steps, int blockers, int conditions, int overdue, int issues, String verdict, String reason) {
        var facts = Map.<String, Object>of(
                Decisions.Readiness.STEPS_PASSED, steps,
                Decisions.Readiness.OPEN_BLOCKERS, blockers,
                Decisions.Readiness.OPEN_CONDITIONS, conditions,
                Decisions.Readiness.OVERDUE_CONDITIONS, overdue,
                Decisions.Readiness.HIGH_KNOWN_ISSUES, issues);
        assertThat(evaluate(Decisions.Readiness.KEY, facts).getSingleResult())
                .containsEntry(Decisions.Readiness.VERDICT, verdict)
                .containsEntry(Decisions.Readiness.REASON, reason);
    }

    /** The first four are the table "Troubleshooting go-live blockers" of the source document, word for word. */
    static Stream<Arguments> troubleshooting() {
        return Stream.of(
                Arguments.of(
                        "cannot-complete-tasks",
                        "Product permissions, object scope, sample data, workflow state, or client version.",
                        AUTHENTICATION),
                Arguments.of(
                        "connectors-fail",
                        "Credentials, source-system availability, network route, schedule, or schema change.",
                        OPERATIONS),
                Arguments.of(
                        "support-unclear",
                        "Handoff record, escalation path, customer IT owner, or DataMesh contact.",
                        OPERATIONS),
                Arguments.of(
                        "evidence-incomplete",
                        "Acceptance scope, validation owner, missing screenshots, missing logs, or unresolved known issue.",
                        GO_LIVE),
                Arguments.of(
                        "cannot-sign-in",
                        "SSO or password login, account status, role assignment, identity provider, or client clock.",
                        AUTHENTICATION),
                Arguments.of(
                        "environment-differs",
                        "Production URL, tenant, environment label, certificate, or deployed version.",
                        GO_LIVE),
                Arguments.of(
                        "check-could-not-run",
                        "The checks themselves, not the customer's system: load of this server, number of checks against"
                                + " their time limit, or a fault of a check. An administrator looks at the server's log.",
                        OPERATIONS),
                Arguments.of(
                        "check-not-permitted",
                        "Settings that an administrator has to change: hosts that may be called, secrets and the hosts they"
                                + " are bound to, or the addresses in the plan.",
                        OPERATIONS));
    }

    @ParameterizedTest
    @MethodSource
    void troubleshooting(String symptom, String hint, String page) {
        var hints = evaluate(Decisions.Troubleshooting.KEY, Map.of(Decisions.Troubleshooting.SYMPTOM, symptom));
        assertThat(hints.getResultList())
                .containsExactly(Map.of(Decisions.Troubleshooting.HINT, hint, Decisions.Troubleshooting.PAGE, page));
    }

    @Test
    void aSymptomThatNobodyKnowsHasNoHints() {
        var hints = evaluate(Decisions.Troubleshooting.KEY, Map.of(Decisions.Troubleshooting.SYMPTOM, "bad-weather"));
        assertThat(hints.getResultList()).isEmpty();
    }

    static Stream<Arguments> reliance() {
        return Stream.of(
                Arguments.of("environment-inventory", false, true),
                Arguments.of("user-and-role-validation", true, true),
                Arguments.of("product-workflow-validation", true, false),
                Arguments.of("integration-validation", false, true),
                Arguments.of("backup-and-recovery-statement", false, true),
                Arguments.of("support-handoff", true, false),
                Arguments.of("known-issues-list", true, true));
    }

    @ParameterizedTest
    @MethodSource
    void reliance(String kind, boolean business, boolean environment) {
        var answer = evaluate(Decisions.Reliance.KEY, Map.of(Decisions.Reliance.KIND, kind));
        assertThat(answer.getSingleResult())
                .containsOnly(
                        Map.entry("business", business),
                        Map.entry("environment", environment),
                        Map.entry("change", true));
    }

    static Stream<Arguments> stabilization() {
        return Stream.of(
                Arguments.of(0, 5, 10, "quiet"),
                Arguments.of(4.99, 5, 10, "quiet"),
                Arguments.of(5, 5, 10, "watch"),
                Arguments.of(9.99, 5, 10, "watch"),
                Arguments.of(10, 5, 10, "breach"),
                Arguments.of(1_000_000, 5, 10, "breach"),
                Arguments.of(4, 5, 5, "quiet"),
                Arguments.of(5, 5, 5, "breach"),
                Arguments.of(0.5, 0.25, 0.75, "watch"));
    }

    @ParameterizedTest
    @MethodSource
    void stabilization(Number reading, Number watch, Number breach, String level) {
        assertThat(judge(reading, watch, breach).getSingleResult())
                .containsExactly(Map.entry(Decisions.Stabilization.LEVEL, level));
    }

    @Test
    void thresholdsInTheWrongOrderAreRefusedRatherThanGuessedAt() {
        assertThatThrownBy(() -> judge(7, 10, 5)).isInstanceOf(DmnEngineException.class);
    }

    private DmnDecisionResult judge(Number reading, Number watch, Number breach) {
        return evaluate(
                Decisions.Stabilization.KEY,
                Map.of(
                        Decisions.Stabilization.READING, reading,
                        Decisions.Stabilization.WATCH, watch,
                        Decisions.Stabilization.BREACH, breach));
    }

    static Stream<Arguments> escalation() {
        return Stream.of(
                Arguments.of(0, 0, 0, "cut-off"),
                Arguments.of(0, 9, 99, "cut-off"),
                Arguments.of(0.01, 0, 0.99, "wait"),
                Arguments.of(0.01, 0, 1, "escalate"),
                Arguments.of(8, 9, 0, "wait"),
                Arguments.of(8, 9, 1, "escalate"),
                Arguments.of(8.01, 0, 3.99, "wait"),
                Arguments.of(8.01, 0, 4, "remind"),
                Arguments.of(20, 0, 4, "remind"),
                Arguments.of(20, 1, 3.99, "wait"),
                Arguments.of(20, 1, 4, "deputy"),
                Arguments.of(20.01, 0, 9.99, "wait"),
                Arguments.of(20.01, 0, 10, "remind"),
                Arguments.of(50, 1, 10, "remind"),
                Arguments.of(50, 2, 9.99, "wait"),
                Arguments.of(50, 2, 10, "deputy"),
                Arguments.of(50.01, 0, 9.99, "wait"),
                Arguments.of(50.01, 0, 10, "remind"),
                Arguments.of(50.01, 1, 99, "wait"),
                Arguments.of(1000, 9, 0, "wait"));
    }

    @ParameterizedTest
    @MethodSource
    void escalation(Number hoursLeft, Number reminders, Number hoursSinceTold, String action) {
        var answer = evaluate(
                        Decisions.Escalation.KEY,
                        Map.of(
                                Decisions.Escalation.HOURS_LEFT, hoursLeft,
                                Decisions.Escalation.REMINDERS, reminders,
                                Decisions.Escalation.HOURS_SINCE_TOLD, hoursSinceTold))
                .getSingleResult();
        assertThat(answer).containsEntry(Decisions.Escalation.ACTION, action);
        assertThat((String) answer.get(Decisions.Escalation.NOTE)).isNotBlank();
    }

    @Test
    void everyRuleOfEveryTableAnswersToSomeRowOfTheseTests() {
        readiness()
                .map(Arguments::get)
                .forEach(row -> readiness(
                        (boolean) row[0],
                        (int) row[1],
                        (int) row[2],
                        (int) row[3],
                        (int) row[4],
                        (String) row[5],
                        (String) row[6]));
        troubleshooting()
                .map(Arguments::get)
                .forEach(row -> troubleshooting((String) row[0], (String) row[1], (String) row[2]));
        reliance().map(Arguments::get).forEach(row -> reliance((String) row[0], (boolean) row[1], (boolean) row[2]));
        stabilization()
                .map(Arguments::get)
                .forEach(row -> stabilization((Number) row[0], (Number) row[1], (Number) row[2], (String) row[3]));
        escalation()
                .map(Arguments::get)
                .forEach(row -> escalation((Number) row[0], (Number) row[1], (Number) row[2], (String) row[3]));
        var rules = Stream.of("readiness", "troubleshooting", "reliance", "stabilization", "escalation")
                .flatMap(key -> read(key).getModelElementsByType(Rule.class).stream())
                .map(Rule::getId)
                .collect(Collectors.toSet());
        assertThat(fired).isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "troubleshooting", "reliance", "stabilization", "escalation"})
    void tablesAreKeptAsLongAsTheProcessesAndSayWhyEachRuleIsThere(String key) {
        var table = read(key);
        var decision = table.getModelElementsByType(Decision.class).iterator().next();
        assertThat(decision.getId()).isEqualTo(key);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(decision.getVersionTag()).isEqualTo(CHANGED.contains(key) ? "0.2" : "0.1");
        assertThat(table.getModelElementsByType(Rule.class))
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).isNotBlank());
        assertThat(table.getModelElementsByType(Output.class))
                .allSatisfy(output -> assertThat(output.getLabel()).isNotBlank());
    }

    @Test
    void tablesReadAndAnswerTheNamedThings() {
        assertThat(names("readiness"))
                .containsExactly(
                        Decisions.Readiness.STEPS_PASSED,
                        Decisions.Readiness.OPEN_BLOCKERS,
                        Decisions.Readiness.OPEN_CONDITIONS,
                        Decisions.Readiness.OVERDUE_CONDITIONS,
                        Decisions.Readiness.HIGH_KNOWN_ISSUES,
                        Decisions.Readiness.VERDICT,
                        Decisions.Readiness.REASON);
        assertThat(names("troubleshooting"))
                .containsExactly(
                        Decisions.Troubleshooting.SYMPTOM,
                        Decisions.Troubleshooting.HINT,
                        Decisions.Troubleshooting.PAGE);
        assertThat(names("reliance")).containsExactly(Decisions.Reliance.KIND, "business", "environment", "change");
        assertThat(names("stabilization"))
                .containsExactly(Decisions.Stabilization.READING, Decisions.Stabilization.LEVEL);
        assertThat(names("escalation"))
                .containsExactly(
                        Decisions.Escalation.HOURS_LEFT,
                        Decisions.Escalation.REMINDERS,
                        Decisions.Escalation.HOURS_SINCE_TOLD,
                        Decisions.Escalation.ACTION,
                        Decisions.Escalation.NOTE);
    }

    private static List<String> names(String key) {
        var table = read(key);
        return Stream.concat(
                        table.getModelElementsByType(InputExpression.class).stream()
                                .map(input -> input.getText().getTextContent().strip()),
                        table.getModelElementsByType(Output.class).stream().map(Output::getName))
                .toList();
    }

    private DmnDecisionResult evaluate(String key, Map<String, Object> facts) {
        DmnDecision decision = engine.parseDecision(key, read(key));
        return engine.evaluateDecision(decision, Variables.fromMap(facts));
    }

    private static DmnModelInstance read(String key) {
        return Dmn.readModelFromStream(DecisionTablesTests.class.getResourceAsStream("/bpmn/" + key + ".dmn"));
    }
}
