package dev.handover.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads YAML as events only: nothing is ever constructed from a tag, and an alias is never followed. A word without
 * quotes means what it means in JSON ({@code true}, {@code null}, numbers) and is text otherwise, so that {@code no} and
 * {@code 22:30} stay what their author wrote.
 */
final class YamlParser implements TreeBuilder.Parser {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    private final SourceText source;
    private TreeBuilder builder;
    /** Offset after the last event. */
    private int reached;

    YamlParser(SourceText source) {
        this.source = source;
    }

    @Override
    public void tell(TreeBuilder builder) {
        this.builder = builder;
        LoaderOptions bounds = new LoaderOptions();
        bounds.setCodePointLimit(PlanDocument.MAX_BYTES);
        try {
            new Yaml(bounds).parse(new StringReader(source.text())).forEach(this::read);
        } catch (MarkedYAMLException e) {
            throw unreadable(e);
        } catch (YAMLException | NumberFormatException e) {
            // Without a mark: for example an escape with a number that is no character.
            YamlProblem problem = YamlProblem.of(null);
            throw builder.giveUp(reached, problem.message(), problem.mend());
        }
    }

    private InvalidPlan unreadable(MarkedYAMLException e) {
        YamlProblem problem = YamlProblem.of(e.getProblem());
        boolean isAtOpening = problem.isAtOpening() && e.getContextMark() != null;
        int offset = offset(isAtOpening ? e.getContextMark() : e.getProblemMark());
        return builder.giveUp(offset, problem.message(), problem.mend());
    }

    private void read(Event event) {
        reached = end(event);
        if (event instanceof ScalarEvent scalar && builder.awaitsName()) {
            builder.name(scalar.getValue(), start(scalar));
        } else if (event instanceof ScalarEvent scalar) {
            builder.value(value(scalar), start(scalar), end(scalar));
            refuseTag(scalar.getTag());
        } else if (event instanceof AliasEvent) {
            refuseAsName(event);
            builder.value(NullNode.instance, start(event), end(event));
            builder.mistake(
                    "The value is an alias (\"*\"), which plans do not use.",
                    "Write the value out where it is needed.");
        } else if (event instanceof CollectionStartEvent collection) {
            open(collection);
        } else if (event instanceof CollectionEndEvent) {
            builder.end();
        }
    }

    private void open(CollectionStartEvent collection) {
        refuseAsName(collection);
        if (collection instanceof MappingStartEvent) {
            builder.startObject(start(collection), end(collection));
        } else {
            builder.startArray(start(collection), end(collection));
        }
        refuseTag(collection.getTag());
    }

    private void refuseTag(String tag) {
        if (tag != null) {
            builder.mistake("The value has a YAML tag (\"!\"), which plans do not use.", "Remove the tag.");
        }
    }

    private void refuseAsName(Event event) {
        if (builder.awaitsName()) {
            throw builder.giveUp(
                    start(event),
                    "A field has no plain name.",
                    "Write one word in front of the colon, without \"*\" or brackets.");
        }
    }

    private static JsonNode value(ScalarEvent scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return TextNode.valueOf(text);
        }
        if (NOTHING.contains(text)) {
            return NullNode.instance;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return BooleanNode.valueOf(TRUE.contains(text));
        }
        return Numbers.find(text).orElseGet(() -> TextNode.valueOf(text));
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Mark mark) {
        return source.offsetOf(mark.getIndex());
    }
}
