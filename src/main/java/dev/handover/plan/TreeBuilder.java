package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the tree of a document from what a parser reads, the same for YAML and JSON, within bounds: a plan needs no deep
 * nesting, no endless text and not that many values, so a document that has them is refused before anything works through
 * it.
 */
final class TreeBuilder {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 20_000;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_TEXT_LENGTH = 4000;

    private final SourceText source;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<JsonPointer, Place> places = new HashMap<>();
    private final List<PlanError> errors = new ArrayList<>();
    private JsonNode root;
    private int values;
    /** Pointer of the value added last; null if it belongs to something that was refused. */
    private JsonPointer last;

    TreeBuilder(SourceText source) {
        this.source = source;
    }

    /** A parser that tells a builder what it reads. */
    interface Parser {

        /** @throws InvalidPlan with the one mistake after which reading could not go on */
        void tell(TreeBuilder builder);
    }

    /** @throws InvalidPlan with the one mistake after which reading could not go on */
    PlanDocument build(Parser parser) {
        parser.tell(this);
        if (root == null) {
            throw giveUp(
                    0, "The plan is empty.", "Write a plan as YAML or JSON; the folder samples has complete ones.");
        }
        return new PlanDocument(source.text(), root, places, List.copyOf(errors));
    }

    void startObject(int start, int end) {
        open(JsonNodeFactory.instance.objectNode(), start, end);
    }

    void startArray(int start, int end) {
        open(JsonNodeFactory.instance.arrayNode(), start, end);
    }

    void end() {
        frames.pop();
    }

    /** True where the name of a field comes next. */
    boolean awaitsName() {
        return !frames.isEmpty() && frames.element().node instanceof ObjectNode && frames.element().name == null;
    }

    /** The name of the field whose value comes next. */
    void name(String name, int start) {
        Frame frame = frames.element();
        frame.name = name;
        frame.line = source.lineAt(start);
        frame.isNameRefused = frame.node.has(name) || name.length() > MAX_NAME_LENGTH;
        if (frame.isNameRefused && frame.pointer != null) {
            errors.add(refusedName(frame));
        }
    }

    private PlanError refusedName(Frame frame) {
        if (frame.name.length() > MAX_NAME_LENGTH) {
            return new PlanError(
                    frame.pointer.toString(),
                    frame.line,
                    "A field name is longer than %d characters.".formatted(MAX_NAME_LENGTH),
                    "Write one of the names of the schema.");
        }
        JsonPointer pointer = frame.pointer.appendProperty(frame.name);
        return new PlanError(
                pointer.toString(),
                frame.line,
                "The field \"%s\" is stated twice; the first time on line %d."
                        .formatted(Shown.text(frame.name), places.get(pointer).line()),
                "Keep one of the two.");
    }

    /** A text, number, boolean or null. */
    void value(JsonNode value, int start, int end) {
        if (value instanceof TextNode text && text.textValue().length() > MAX_TEXT_LENGTH) {
            add(NullNode.instance, start, end);
            mistake(
                    "The text is longer than %d characters.".formatted(MAX_TEXT_LENGTH),
                    "Shorten it, and attach the long form as evidence.");
        } else if (value instanceof TextNode text && SourceText.firstUnprintable(text.textValue()) >= 0) {
            add(NullNode.instance, start, end);
            mistake("The text holds a character that cannot be shown.", "Remove the character.");
        } else {
            add(value, start, end);
        }
    }

    /** Records a mistake at the value added last. */
    void mistake(String message, String mend) {
        if (last != null) {
            errors.add(new PlanError(last.toString(), places.get(last).line(), message, mend));
        }
    }

    /** The mistake after which reading cannot go on, for the caller to throw. */
    InvalidPlan giveUp(int offset, String message, String mend) {
        return new InvalidPlan(List.of(new PlanError("", source.lineAt(offset), message, mend)));
    }

    private void open(ContainerNode<?> node, int start, int end) {
        if (frames.size() == MAX_DEPTH) {
            throw giveUp(
                    start,
                    "The plan is nested more than %d levels deep.".formatted(MAX_DEPTH),
                    "Write the fields as the schema shows them; no plan needs that many levels.");
        }
        add(node, start, end);
        frames.push(new Frame(node, last));
    }

    private void add(JsonNode node, int start, int end) {
        if (++values > MAX_VALUES) {
            throw giveUp(
                    start,
                    "The plan holds more than %d values.".formatted(MAX_VALUES),
                    "Leave out what is not part of a plan, or attach it as evidence.");
        }
        int line = source.lineAt(start);
        last = JsonPointer.empty();
        if (frames.isEmpty() && root != null) {
            throw giveUp(start, "The text holds a second plan.", "Submit one plan at a time.");
        } else if (frames.isEmpty()) {
            root = node;
        } else if (frames.element().node instanceof ArrayNode array) {
            JsonPointer parent = frames.element().pointer;
            last = parent == null ? null : parent.appendIndex(array.size());
            array.add(node);
        } else {
            Frame frame = frames.element();
            last = frame.isNameRefused || frame.pointer == null ? null : frame.pointer.appendProperty(frame.name);
            line = frame.line;
            frame.add(node);
        }
        if (last != null) {
            places.put(last, new Place(line, start, end));
        }
    }

    /** An object or array that is still being read; without pointer it belongs to something that was refused. */
    private static final class Frame {

        private final ContainerNode<?> node;
        private final JsonPointer pointer;
        private String name;
        private int line;
        private boolean isNameRefused;

        private Frame(ContainerNode<?> node, JsonPointer pointer) {
            this.node = node;
            this.pointer = pointer;
        }

        private void add(JsonNode value) {
            if (!isNameRefused) {
                ((ObjectNode) node).set(name, value);
            }
            name = null;
        }
    }
}
