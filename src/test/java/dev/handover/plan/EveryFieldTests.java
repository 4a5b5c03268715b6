package dev.handover.plan;

import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static dev.handover.plan.PlanTestData.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handover.plan.PlanChange.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages every value of the small sample in turn, as JSON, which has a value per line when it is printed. */
class EveryFieldTests {

    private static final JsonNode SMALL = PlanDocument.parse(small()).root();

    static Stream<JsonPointer> values() {
        List<JsonPointer> values = new ArrayList<>();
        collect(JsonPointer.empty(), SMALL, values);
        return values.stream().filter(value -> !value.matches() && !isFree(value));
    }

    static Stream<JsonPointer> objects() {
        return Stream.concat(
                Stream.of(JsonPointer.empty()),
                values().filter(value -> SMALL.at(value).isObject() && !isMap(value)));
    }

    /** What the author of a request is free to write: any JSON to send, and any scalar to expect. */
    private static boolean isFree(JsonPointer value) {
        return value.toString().matches(".*/json/.+");
    }

    /** Maps whose names are the author's. */
    private static boolean isMap(JsonPointer value) {
        return value.toString().matches(".*/requests/\\d+/.*(json|keep|form|headers)");
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> values) {
        values.add(at);
        node.properties().forEach(each -> collect(at.appendProperty(each.getKey()), each.getValue(), values));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(at.appendIndex(index), node.get(index), values);
        }
    }

    private static String with(JsonPointer place, JsonNode value) {
        ObjectNode document = SMALL.deepCopy();
        JsonNode parent = document.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return document.toPrettyString();
    }

    @Test
    void theSampleAsJsonIsTheSamePlan() {
        assertThat(read(SMALL.toPrettyString())).isEqualTo(read(small()));
        assertThat(values()).hasSizeGreaterThan(180);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueOfAnotherKindIsToldAtItsPlaceAndNowhereElse(JsonPointer place) {
        JsonNode value = SMALL.at(place);
        List<JsonNode> others = List.of(
                BooleanNode.TRUE,
                NullNode.instance,
                value.isNumber() ? TextNode.valueOf("x") : LongNode.valueOf(7),
                value.isArray() ? TextNode.valueOf("x") : JsonNodeFactory.instance.arrayNode(),
                value.isObject() ? TextNode.valueOf("x") : JsonNodeFactory.instance.objectNode());

        for (JsonNode other : others) {
            String document = with(place, other);
            assertThat(mistakesOf(document))
                    .as("%s instead of %s", other, value)
                    .extracting(PlanError::pointer)
                    .containsExactly(place.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anUnknownFieldIsToldInEveryObject(JsonPointer object) {
        String document = with(object.appendProperty("colour"), TextNode.valueOf("blue"));

        assertThat(mistakesOf(document))
                .extracting(PlanError::pointer, PlanError::message)
                .containsExactly(tuple(object + "/colour", "There is no field \"colour\" here."));
    }

    @Test
    void everyDifferenceBetweenTwoPlansLeadsToValuesThatDiffer() {
        Plan before = read(small());
        Plan after = read(sample("aurora-large.yaml"));
        JsonNode first = PlanTree.byKey(before);
        JsonNode second = PlanTree.byKey(after);

        List<Difference> differences = PlanChange.between(before, after).differences();

        assertThat(differences).hasSizeGreaterThan(80).allSatisfy(difference -> {
            JsonPointer path = JsonPointer.compile(difference.path());
            assertThat(first.at(path)).isNotEqualTo(second.at(path));
            assertThat(difference.before() == null).isEqualTo(first.at(path).isMissingNode());
            assertThat(difference.after() == null).isEqualTo(second.at(path).isMissingNode());
        });
    }
}
