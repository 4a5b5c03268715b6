package dev.handover.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON (RFC 8259) token by token. */
final class JsonDocumentParser implements TreeBuilder.Parser {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final SourceText source;

    JsonDocumentParser(SourceText source) {
        this.source = source;
    }

    @Override
    public void tell(TreeBuilder builder) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            while (parser.nextToken() != null) {
                read(parser, builder);
            }
        } catch (JsonProcessingException e) {
            throw builder.giveUp(
                    Math.toIntExact(Math.max(0, e.getLocation().getCharOffset())),
                    "The plan cannot be read as JSON from here on.",
                    "Check the commas, quotes and brackets around this place.");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    private static void read(JsonParser parser, TreeBuilder builder) throws IOException {
        String text = parser.getText();
        int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        int end = Math.toIntExact(parser.currentLocation().getCharOffset());
        switch (parser.currentToken()) {
            case START_OBJECT -> builder.startObject(start, end);
            case START_ARRAY -> builder.startArray(start, end);
            case END_OBJECT, END_ARRAY -> builder.end();
            case FIELD_NAME -> builder.name(text, start);
            default -> builder.value(value(parser.currentToken(), text), start, end);
        }
    }

    private static JsonNode value(JsonToken token, String text) {
        return switch (token) {
            case VALUE_NULL -> NullNode.instance;
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                Numbers.find(text)
                        .orElseThrow(() -> new IllegalStateException("the parser takes only numbers for numbers"));
            default -> TextNode.valueOf(text);
        };
    }
}
