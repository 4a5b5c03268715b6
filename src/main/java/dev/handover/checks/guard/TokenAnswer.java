package dev.handover.checks.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.handover.checks.guard.HttpExchange.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the answer of a server that hands out tokens, before anything is taken out of it. */
final class TokenAnswer {

    /** Texts this long in such an answer may be tokens too, such as one to refresh the first. */
    private static final int SHORTEST_SUSPECT = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build())
            .build();

    private final JsonNode root;

    private TokenAnswer(JsonNode root) {
        this.root = root;
    }

    /** Empty for anything but a whole JSON document with a 2xx status. */
    static Optional<TokenAnswer> of(Reply reply) {
        if (reply.status() / 100 != 2 || reply.truncated()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(new String(reply.body(), StandardCharsets.UTF_8)))
                    .map(TokenAnswer::new);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The token, if there is one that can be sent in a header. */
    Optional<String> at(JsonPointer pointer) {
        JsonNode value = root.at(pointer);
        return value.isTextual() && value.textValue().matches("[\\x21-\\x7E]{6,}")
                ? Optional.of(value.textValue())
                : Optional.empty();
    }

    /** Every text that is long enough to be a token. */
    List<String> suspects() {
        List<String> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            node.forEach(open::push);
            if (node.isTextual() && node.textValue().length() >= SHORTEST_SUSPECT) {
                found.add(node.textValue());
            }
        }
        return found;
    }
}
