package dev.handover.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The models are drawn so that people can read them, and the pictures in the documentation show them as they are. */
class DiagramTests {

    /** The way that everybody hopes for, which runs straight from left to right. */
    private static final Map<Model, String> HAPPY_PATHS = Map.ofEntries(
            entry(
                    Model.GO_LIVE,
                    "StartEvent_GoLiveRequested CallActivity_Prerequisites CallActivity_Validation CallActivity_SignOff"
                            + " Gateway_SignOffOutcome CallActivity_Release Gateway_ReleaseOutcome CallActivity_Stabilization"
                            + " CallActivity_Close EndEvent_HandedOver"),
            entry(
                    Model.PREREQUISITES,
                    "StartEvent_PrerequisitesOpened Gateway_PrerequisitesFork UserTask_ConfirmProductConfiguration"
                            + " Gateway_PrerequisitesJoin EndEvent_PrerequisitesMet"),
            entry(
                    Model.VALIDATION,
                    "StartEvent_ValidationOpened Gateway_StepsFork CallActivity_Integrations Gateway_StepsJoin"
                            + " EndEvent_AllStepsPassed"),
            entry(
                    Model.VALIDATION_STEP,
                    "StartEvent_StepStarted ServiceTask_RunAutomatedChecks Gateway_CheckOutcome UserTask_ConfirmStep"
                            + " Gateway_StepConfirmed EndEvent_StepPassed"),
            entry(
                    Model.SIGN_OFF,
                    "StartEvent_SignOffOpened ServiceTask_PrepareSignOff Gateway_WindowAhead StartEvent_SignOffsRequested"
                            + " Gateway_SignOffsFork Gateway_BusinessNeeded UserTask_SignOffBusiness Gateway_BusinessApproved"
                            + " Gateway_BusinessSigned Gateway_SignOffsJoin UserTask_ApproveChange Gateway_ChangeApproved"
                            + " EndEvent_Approved ServiceTask_RecordApproval EndEvent_ReadyForRelease"),
            entry(
                    Model.RELEASE,
                    "StartEvent_ReleaseApproved ServiceTask_ScheduleWindow StartEvent_WindowScheduled"
                            + " IntermediateEvent_WindowOpens ServiceTask_EvaluateGates Gateway_GatesGreen UserTask_DecideGo"
                            + " Gateway_GoDecision EndEvent_GoDecided UserTask_ConfirmGoLive Gateway_LiveConfirmed"
                            + " ServiceTask_RecordGoLive EndEvent_Live"),
            entry(
                    Model.STABILIZATION,
                    "StartEvent_StabilizationStarted ServiceTask_StartSoakClock Gateway_PeriodRuns Gateway_PeriodFork"
                            + " Gateway_Tracking UserTask_RecordSignal BoundaryEvent_SoakClockElapsed"
                            + " ServiceTask_CheckSoakClock Gateway_QuietLongEnough Gateway_PeriodJoin"
                            + " UserTask_ReviewOpenIssues Gateway_HandoverAccepted EndEvent_Accepted"),
            entry(
                    Model.CLOSE,
                    "StartEvent_CloseStarted ServiceTask_WriteHandoverReport ServiceTask_RecordHandover"
                            + " ServiceTask_SendClosingNotices EndEvent_Closed"),
            entry(Model.NOTICE, "StartEvent_NoticeRequested ServiceTask_SendEmail EndEvent_Sent"),
            entry(
                    Model.DIGEST,
                    "StartEvent_DigestBegun IntermediateEvent_DigestDue ServiceTask_SendDigest EndEvent_DigestSent"),
            entry(
                    Model.RECORDS_CHECK,
                    "StartEvent_NightComes ServiceTask_ReadBackEvidence Gateway_EvidenceRead ServiceTask_VerifyAuditLogs"
                            + " Gateway_LogsVerified ServiceTask_EndRecordsCheck Gateway_RecordsSound EndEvent_RecordsSound"));

    private static final Diagram.Shape NOWHERE = new Diagram.Shape("nowhere", new Box(0, 0, 0, 0), Set.of(), null);
    private static final Pattern SHAPE_IN_PICTURE =
            Pattern.compile("class=\"djs-element djs-shape\" data-element-id=\"(\\w+)\""
                    + "[^>]*transform=\"matrix\\(1 0 0 1 (-?[\\d.]+) (-?[\\d.]+)\\)\"");

    @ParameterizedTest
    @EnumSource
    void everyModelIsReadable(Model model) {
        assertThat(DiagramRules.flaws(model.read())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theHappyPathRunsStraightFromLeftToRight(Model model) {
        var shapes = new Diagram(model.read()).shapes();
        var path = Stream.of(HAPPY_PATHS.get(model).split(" "))
                .map(id -> shapes.getOrDefault(id, NOWHERE).box())
                .toList();
        assertThat(path).extracting(Box::middle).containsOnly(path.get(0).middle());
        assertThat(path).extracting(Box::centre).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void thePictureInTheDocumentationShowsTheModelAsItIs(Model model) throws IOException {
        var picture = Files.readString(Path.of("docs/models", model.key() + ".svg"));
        var drawn = new HashMap<String, List<Double>>();
        SHAPE_IN_PICTURE
                .matcher(picture)
                .results()
                .forEach(shape -> drawn.put(
                        shape.group(1), List.of(Double.valueOf(shape.group(2)), Double.valueOf(shape.group(3)))));
        drawn.keySet().removeIf(id -> id.endsWith("_label"));
        var shapes = new Diagram(model.read()).shapes();
        assertThat(drawn.keySet()).isEqualTo(shapes.keySet());
        shapes.values().forEach(shape -> {
            assertThat(drawn.get(shape.id()).get(0))
                    .as(shape.id())
                    .isCloseTo(shape.box().x(), within(0.5));
            assertThat(drawn.get(shape.id()).get(1))
                    .as(shape.id())
                    .isCloseTo(shape.box().y(), within(0.5));
        });
    }

    @Test
    void theDocumentationExplainsEachPicture() throws IOException {
        var explained = Files.readString(Path.of("docs/models/README.md"));
        assertThat(Stream.of(Model.values()).map(model -> "](" + model.key() + ".svg)"))
                .allSatisfy(link -> assertThat(explained).contains(link));
    }

    @ParameterizedTest
    @MethodSource("spoilers")
    void aSpoiltPictureIsNoticed(String flaw, Consumer<BpmnModelInstance> spoils) {
        var spoilt = Model.VALIDATION_STEP.read();
        spoils.accept(spoilt);
        assertThat(DiagramRules.flaws(spoilt))
                .anySatisfy(found -> assertThat(found).contains(flaw));
    }

    static Stream<Arguments> spoilers() {
        return Stream.of(
                spoiler(
                        "ServiceTask_OpenBlocker has 0 shapes",
                        model -> model.getModelElementsByType(BpmnShape.class).forEach(shape -> {
                            if (shape.getBpmnElement().getId().equals("ServiceTask_OpenBlocker")) {
                                shape.getParentElement().removeChildElement(shape);
                            }
                        })),
                spoiler("lies on UserTask_ConfirmStep", model -> shift(model, "Gateway_CheckOutcome", 180, 0)),
                spoiler("does not join its ends", model -> shift(model, "Gateway_CheckOutcome", 10, 0)),
                spoiler("runs through", model -> shift(model, "ServiceTask_OpenBlocker", 0, -160)),
                spoiler(
                        "border of UserTask_ConfirmStep",
                        model -> shift(model, "BoundaryEvent_RecheckWhileConfirming", 0, 9)),
                spoiler("level and upright", model -> bend(model, "Flow_StepStarted_RunAutomatedChecks", 0, 5)),
                spoiler("crosses", model -> bend(model, "Flow_StepConfirmed_OpenBlocker", 0, -300)),
                spoiler("is cut", model -> label(model, "Gateway_StepConfirmed").setWidth(20)),
                spoiler(
                        "lies on the line",
                        model -> label(model, "Gateway_StepConfirmed").setY(270)),
                spoiler(
                        "has no place",
                        model -> shape(model, "Gateway_StepConfirmed")
                                .removeChildElement(
                                        shape(model, "Gateway_StepConfirmed").getBpmnLabel())));
    }

    private static Arguments spoiler(String flaw, Consumer<BpmnModelInstance> spoils) {
        return Arguments.of(flaw, spoils);
    }

    private static BpmnShape shape(BpmnModelInstance model, String id) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static org.camunda.bpm.model.bpmn.instance.dc.Bounds label(BpmnModelInstance model, String id) {
        return shape(model, id).getBpmnLabel().getBounds();
    }

    private static void shift(BpmnModelInstance model, String id, double right, double down) {
        var bounds = shape(model, id).getBounds();
        bounds.setX(bounds.getX() + right);
        bounds.setY(bounds.getY() + down);
    }

    /** Moves every point of the line but its first. */
    private static void bend(BpmnModelInstance model, String id, double right, double down) {
        List<Waypoint> points = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement().getId().equals(id))
                .flatMap(edge -> edge.getWaypoints().stream())
                .collect(Collectors.toList());
        IntStream.range(1, points.size()).mapToObj(points::get).forEach(point -> {
            point.setX(point.getX() + right);
            point.setY(point.getY() + down);
        });
    }
}
