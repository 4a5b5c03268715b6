package dev.handover.checks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import java.util.function.Predicate;

/** Reads JSON that customers' systems send, and writes observations. */
final class Json {

    private static final int DEEPEST = 50;

    /** Strict, so that no two readers can take an answer for different things. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws CallFailed if the answer is not one whole JSON document */
    static JsonNode any(Answer answer) throws CallFailed {
        if (answer.truncated()) {
            throw new CallFailed("%s: the answer is too long to be read".formatted(answer.uri()));
        }
        try {
            JsonNode json = MAPPER.readTree(answer.body());
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Reported below; the parser's own message would quote the answer.
        }
        throw new CallFailed("%s: the answer (status %d) is not JSON".formatted(answer.uri(), answer.status()));
    }

    /** Reads JSON that this application wrote. */
    static JsonNode own(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the text is not JSON", e);
        }
    }

    /** @throws CallFailed if the answer is not one whole JSON object */
    static JsonNode object(Answer answer) throws CallFailed {
        return whole(answer, JsonNode::isObject, "object");
    }

    /** @throws CallFailed if the answer is not one whole JSON array */
    static JsonNode array(Answer answer) throws CallFailed {
        return whole(answer, JsonNode::isArray, "array");
    }

    private static JsonNode whole(Answer answer, Predicate<JsonNode> isRight, String kind) throws CallFailed {
        if (answer.truncated()) {
            throw new CallFailed("%s: the answer is too long to be read".formatted(answer.uri()));
        }
        try {
            JsonNode json = MAPPER.readTree(answer.body());
            if (isRight.test(json)) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Reported below; the parser's own message would quote the answer.
        }
        throw new CallFailed(
                "%s: the answer (status %d) is not a JSON %s".formatted(answer.uri(), answer.status(), kind));
    }

    /**
     * JSON that this application wrote itself.
     *
     * @throws IllegalArgumentException if it is none
     */
    static JsonNode tree(String document) {
        try {
            return MAPPER.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** The text or number in a field; null if there is none. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** The text or number in a field of an answer; null if the answer is no JSON object, or has no such field. */
    static String textIn(Answer answer, String field) {
        try {
            return text(object(answer), field);
        } catch (CallFailed e) {
            return null;
        }
    }

    static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode newArray() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(ObjectNode object) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
