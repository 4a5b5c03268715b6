package dev.handover.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import java.io.IOException;
import java.time.LocalTime;
import java.util.function.Function;

/** A plan as a tree in the words of its document, with every default stated; what is absent is left out. */
final class PlanTree {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(words())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private PlanTree() {}

    private static SimpleModule words() {
        return new SimpleModule()
                .addSerializer(LocalTime.class, asValue(LocalTime::toString))
                .addSerializer(Slugged.class, asValue(Slugged::slug))
                .addSerializer(Role.class, asValue(OwnerWords::word))
                .addKeySerializer(Slugged.class, asName(Slugged::slug))
                .addKeySerializer(Role.class, asName(OwnerWords::word));
    }

    /** The plan in the form of its document. */
    static JsonNode of(Plan plan) {
        return MAPPER.valueToTree(plan);
    }

    /** The same, with each list whose items have a key as an object by key. */
    static JsonNode byKey(Plan plan) {
        JsonNode tree = of(plan);
        for (ItemKey key : ItemKey.ALL) {
            JsonNode parent = tree;
            for (String name : key.list().subList(0, key.list().size() - 1)) {
                parent = parent.path(name);
            }
            String list = key.list().get(key.list().size() - 1);
            ObjectNode items = MAPPER.createObjectNode();
            parent.path(list).forEach(item -> items.set(item.path(key.field()).asText(), item));
            ((ObjectNode) parent).set(list, items);
        }
        return tree;
    }

    private static <T> JsonSerializer<T> asValue(Function<T, String> word) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(word.apply(value));
            }
        };
    }

    private static <T> JsonSerializer<T> asName(Function<T, String> word) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeFieldName(word.apply(value));
            }
        };
    }
}
