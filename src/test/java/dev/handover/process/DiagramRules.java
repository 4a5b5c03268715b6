package dev.handover.process;

import dev.handover.process.Diagram.Label;
import dev.handover.process.Diagram.Line;
import dev.handover.process.Diagram.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** What makes a picture readable: nothing lies on anything else, and no line crosses another. */
final class DiagramRules {

    /** Width of a letter of a label, on average at the least, and height of a line of it, in pixels. */
    private static final double LETTER = 4.6;

    private static final double LETTERING = 13;
    /** Free space around the elements of a subprocess. */
    private static final double INSET = 12;

    private final Diagram diagram;
    private final List<String> flaws;

    private DiagramRules(Diagram diagram) {
        this.diagram = diagram;
        this.flaws = new ArrayList<>(diagram.missing());
    }

    /** What is wrong with the picture of the model, one line each; empty if nothing is. */
    static List<String> flaws(BpmnModelInstance model) {
        var rules = new DiagramRules(new Diagram(model));
        if (!rules.flaws.isEmpty()) {
            return rules.flaws;
        }
        rules.shapes();
        rules.lines();
        rules.labels();
        return rules.flaws;
    }

    private void shapes() {
        for (var shape : diagram.shapes().values()) {
            for (var other : diagram.shapes().values()) {
                if (shape.id().compareTo(other.id()) < 0
                        && !belongTogether(shape, other)
                        && shape.box().overlaps(other.box())) {
                    flaws.add(shape.id() + " lies on " + other.id());
                }
            }
            for (var container : shape.containers()) {
                if (!diagram.shapes().get(container).box().withMargin(-INSET).contains(shape.box())) {
                    flaws.add(shape.id() + " sticks out of " + container);
                }
            }
            if (shape.host() != null
                    && !diagram.shapes()
                            .get(shape.host())
                            .box()
                            .touches(shape.box().centre(), shape.box().middle())) {
                flaws.add(shape.id() + " does not sit on the border of " + shape.host());
            }
        }
    }

    private static boolean belongTogether(Shape shape, Shape other) {
        return shape.containers().contains(other.id())
                || other.containers().contains(shape.id())
                || other.id().equals(shape.host())
                || shape.id().equals(other.host());
    }

    private void lines() {
        for (var line : diagram.lines()) {
            var first = line.segments().get(0);
            var last = line.segments().get(line.segments().size() - 1);
            if (!line.segments().stream().allMatch(Segment::isOrthogonal)) {
                flaws.add(line.id() + " is not made of level and upright pieces");
            }
            if (!box(line.source()).touches(first.fromX(), first.fromY())
                    || !box(line.target()).touches(last.toX(), last.toY())) {
                flaws.add(line.id() + " does not join its ends");
            }
            for (var shape : diagram.shapes().values()) {
                if (!isAround(shape, line) && line.segments().stream().anyMatch(piece -> piece.passes(shape.box()))) {
                    flaws.add(line.id() + " runs through " + shape.id());
                }
            }
            for (var other : diagram.lines()) {
                if (line.id().compareTo(other.id()) < 0 && collide(line, other)) {
                    flaws.add(line.id() + " crosses " + other.id());
                }
            }
        }
    }

    /** Lines that start or end together may share a trunk there. */
    private static boolean collide(Line line, Line other) {
        var related = line.source().equals(other.source()) || line.target().equals(other.target());
        BiPredicate<Segment, Segment> collision = related ? Segment::crosses : Segment::meets;
        return line.segments().stream()
                .anyMatch(piece -> other.segments().stream().anyMatch(its -> collision.test(piece, its)));
    }

    private boolean isAround(Shape shape, Line line) {
        return diagram.shapes().get(line.source()).containers().contains(shape.id());
    }

    private void labels() {
        for (var label : diagram.labels()) {
            if (!fits(label)) {
                flaws.add("the name of " + label.of() + " is cut");
            }
            for (var shape : diagram.shapes().values()) {
                if (!isAround(shape, label) && label.box().overlaps(shape.box())) {
                    flaws.add("the name of " + label.of() + " lies on " + shape.id());
                }
            }
            for (var line : diagram.lines()) {
                if (line.segments().stream().anyMatch(piece -> piece.passes(label.box()))) {
                    flaws.add("the name of " + label.of() + " lies on the line " + line.id());
                }
            }
            for (var other : diagram.labels()) {
                if (label.of().compareTo(other.of()) < 0 && label.box().overlaps(other.box())) {
                    flaws.add("the name of " + label.of() + " lies on the name of " + other.of());
                }
            }
        }
    }

    private static boolean fits(Label label) {
        var perLine = Math.floor(label.box().width() / LETTER);
        return Math.ceil(label.text().length() / perLine) * LETTERING
                <= label.box().height();
    }

    private boolean isAround(Shape shape, Label label) {
        var element = diagram.shapes().get(label.of());
        var containers = element == null ? containersOf(label) : element.containers();
        return containers.contains(shape.id()) && shape.box().contains(label.box());
    }

    private java.util.Set<String> containersOf(Label label) {
        return diagram.lines().stream()
                .filter(line -> line.id().equals(label.of()))
                .findFirst()
                .map(line -> diagram.shapes().get(line.source()).containers())
                .orElseThrow();
    }

    private Box box(String shape) {
        return diagram.shapes().get(shape).box();
    }
}
