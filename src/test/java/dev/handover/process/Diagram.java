package dev.handover.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** The picture of a model: where its shapes, lines and labels are, in pixels. */
final class Diagram {

    /**
     * A shape.
     *
     * @param containers ids of the subprocesses it lies in
     * @param host id of the activity a boundary event sits on; null for all else
     */
    record Shape(String id, Box box, Set<String> containers, String host) {}

    /** A line between two shapes. */
    record Line(String id, String source, String target, List<Segment> segments) {}

    /** A name written beside its element. */
    record Label(String of, String text, Box box) {}

    private final BpmnModelInstance model;
    private final Map<String, Shape> shapes = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    /** Elements that lack a shape, a line or a place for their name. */
    private final List<String> missing = new ArrayList<>();

    Diagram(BpmnModelInstance model) {
        this.model = model;
        Stream.concat(elements(FlowNode.class), elements(TextAnnotation.class)).forEach(this::addShape);
        elements(SequenceFlow.class)
                .map(SequenceFlow.class::cast)
                .forEach(flow -> addLine(flow, flow.getSource(), flow.getTarget(), flow.getName()));
        elements(Association.class)
                .map(Association.class::cast)
                .forEach(link -> addLine(link, link.getSource(), link.getTarget(), null));
    }

    Map<String, Shape> shapes() {
        return shapes;
    }

    List<Line> lines() {
        return lines;
    }

    List<Label> labels() {
        return labels;
    }

    List<String> missing() {
        return missing;
    }

    private Stream<BaseElement> elements(Class<? extends BaseElement> type) {
        return model.getModelElementsByType(type).stream().map(BaseElement.class::cast);
    }

    private void addShape(BaseElement element) {
        var found = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> element.equals(shape.getBpmnElement()))
                .toList();
        if (found.size() != 1) {
            missing.add("%s has %d shapes".formatted(element.getId(), found.size()));
            return;
        }
        var host = element instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo().getId()
                : null;
        var shape = new Shape(element.getId(), box(found.get(0).getBounds()), containersOf(element), host);
        shapes.put(shape.id(), shape);
        if (element instanceof FlowNode node && !(element instanceof Activity)) {
            addLabel(node.getId(), node.getName(), found.get(0).getBpmnLabel());
        }
    }

    private void addLine(BaseElement flow, BaseElement source, BaseElement target, String name) {
        var found = model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> flow.equals(edge.getBpmnElement()))
                .toList();
        if (found.size() != 1) {
            missing.add("%s has %d lines".formatted(flow.getId(), found.size()));
            return;
        }
        var points = List.copyOf(found.get(0).getWaypoints());
        var segments = IntStream.range(1, points.size())
                .mapToObj(i -> new Segment(
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()))
                .toList();
        lines.add(new Line(flow.getId(), source.getId(), target.getId(), segments));
        addLabel(flow.getId(), name, found.get(0).getBpmnLabel());
    }

    private void addLabel(String of, String text, BpmnLabel label) {
        if (text == null) {
            return;
        }
        if (label == null || label.getBounds() == null) {
            missing.add(of + " has no place for its name");
            return;
        }
        labels.add(new Label(of, text, box(label.getBounds())));
    }

    private Set<String> containersOf(BaseElement element) {
        return Stream.iterate(
                        element.getParentElement(),
                        parent -> parent instanceof FlowNode,
                        parent -> parent.getParentElement())
                .map(parent -> ((FlowNode) parent).getId())
                .collect(Collectors.toSet());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
