package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;

/** The published JSON Schema (2020-12) of plan documents: the one truth about fields, forms and defaults. */
final class PlanSchema {

    private final SchemaNode root;
    private final JsonSchema validator;

    private PlanSchema(JsonNode schema) {
        this.root = SchemaNode.root(schema);
        this.validator = validator(schema);
    }

    /** @throws IllegalStateException if the schema is not part of the application */
    static PlanSchema load() {
        try (InputStream schema = PlanSchema.class.getClassLoader().getResourceAsStream(PlanReader.SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException(PlanReader.SCHEMA + " is missing");
            }
            return new PlanSchema(new ObjectMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(PlanReader.SCHEMA + " cannot be read", e);
        }
    }

    private static JsonSchema validator(JsonNode schema) {
        JsonMetaSchema words = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .formats(Arrays.stream(ValueForm.values()).map(Form::new).toList())
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(words.getIri())
                .metaSchema(words)
                .build();
        return factory.getSchema(
                schema,
                SchemaValidatorsConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .build());
    }

    SchemaNode root() {
        return root;
    }

    /** What the schema says about the value there. */
    SchemaNode at(JsonPointer pointer) {
        SchemaNode node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            node = node.isList() ? node.item() : node.field(rest.getMatchingProperty());
        }
        return node;
    }

    Set<ValidationMessage> validate(JsonNode document) {
        return validator.validate(document);
    }

    /** Lets the validator assert one of our forms. */
    private record Form(ValueForm form) implements Format {

        @Override
        public String getName() {
            return form.format();
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return form.problem(value).isEmpty();
        }
    }
}
