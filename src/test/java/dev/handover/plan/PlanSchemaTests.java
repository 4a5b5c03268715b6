package dev.handover.plan;

import static dev.handover.plan.PlanTestData.file;
import static dev.handover.plan.PlanTestData.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema against its own rules, against the code, and against the page for plan authors. */
class PlanSchemaTests {

    private static final JsonNode SCHEMA = schema();
    private static final String PAGE = file(Path.of("docs", "plan.md"));

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(file(Path.of("src/main/resources", PlanReader.SCHEMA)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every part of the schema by its place, except conditions. */
    private static Map<String, JsonNode> parts() {
        Map<String, JsonNode> parts = new TreeMap<>();
        collect("#", SCHEMA, parts);
        return parts;
    }

    private static void collect(String place, JsonNode part, Map<String, JsonNode> parts) {
        parts.put(place, part);
        for (String keyword : List.of("properties", "$defs")) {
            part.path(keyword)
                    .properties()
                    .forEach(each -> collect(place + "/" + keyword + "/" + each.getKey(), each.getValue(), parts));
        }
        if (part.has("items")) {
            collect(place + "/items", part.path("items"), parts);
        }
    }

    private static List<String> fieldNames() {
        return parts().keySet().stream()
                .filter(place -> place.matches(".*/properties/[^/]+"))
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }

    @Test
    void itIsValidJsonSchemaOfTheEdition2020() {
        var metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(SCHEMA)).isEmpty();
        assertThat(SCHEMA.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void everyObjectIsClosedOrABoundedMap() {
        parts().forEach((place, part) -> {
            if (!part.has("properties") && part.path("type").asText().equals("object")) {
                assertThat(part.has("maxProperties")).as("bound of %s", place).isTrue();
            } else if (part.has("properties")) {
                assertThat(part.path("additionalProperties").isBoolean())
                        .as(place)
                        .isTrue();
                assertThat(part.path("additionalProperties").booleanValue())
                        .as(place)
                        .isFalse();
            }
            if (part.path("type").asText().equals("array")) {
                assertThat(part.has("maxItems")).as("bound of %s", place).isTrue();
            }
        });
    }

    @Test
    void everyFieldIsExplainedAndEveryReferenceLeadsSomewhere() {
        SchemaNode root = SchemaNode.root(SCHEMA);
        assertExplained("", root);
        assertThat(SCHEMA.path("$defs").properties()).allSatisfy(definition -> {
            assertThat(definition.getValue().path("title").asText())
                    .as(definition.getKey())
                    .isNotBlank();
            assertThat(definition.getValue().path("description").asText())
                    .as(definition.getKey())
                    .isNotBlank();
            assertThat(SCHEMA.toString()).contains("\"#/$defs/" + definition.getKey() + "\"");
        });
    }

    private static void assertExplained(String place, SchemaNode node) {
        assertThat(node.text("description")).as("description of %s", place).isNotBlank();
        if (node.isList()) {
            assertExplained(place + "/*", node.item());
        }
        node.fieldNames().forEach(name -> assertExplained(place + "/" + name, node.field(name)));
        if (!node.isObject() && !node.isList()) {
            assertThat(node.words().isEmpty() && node.text("type").isEmpty())
                    .as("type of %s", place)
                    .isFalse();
            assertThat(node.keyword("examples").isEmpty())
                    .as("examples of %s", place)
                    .isFalse();
        }
    }

    @Test
    void everyExampleAndDefaultFitsItsField() {
        List<String> unfit = new ArrayList<>();
        parts().forEach((place, part) -> {
            List<JsonNode> values = new ArrayList<>();
            part.path("examples").forEach(values::add);
            if (part.has("default")) {
                values.add(part.path("default"));
            }
            values.forEach(value -> check(place, value).forEach(message -> unfit.add(place + ": " + message)));
        });

        assertThat(unfit).isEmpty();
    }

    /** Validates a value by the schema with the part at that place as its root. */
    private static List<String> check(String place, JsonNode value) {
        ObjectNode alone = SCHEMA.deepCopy();
        ObjectNode part = (ObjectNode) SCHEMA.at(place.substring(1)).deepCopy();
        alone.retain("$schema", "$defs");
        alone.setAll(part);
        alone.set("$defs", SCHEMA.path("$defs"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(alone).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyFormatIsOneThatTheReaderKnowsAndEveryFormIsUsed() {
        List<String> formats = parts().values().stream()
                .filter(part -> part.has("format"))
                .map(part -> part.path("format").asText())
                .distinct()
                .toList();

        assertThat(formats)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ValueForm.values()).map(ValueForm::format).toList());
    }

    @Test
    void itsWordsAreThoseOfTheCode() {
        SchemaNode root = SchemaNode.root(SCHEMA);
        SchemaNode testUser = root.field("testUsers").item();
        SchemaNode integration = root.field("integrations").item();
        SchemaNode criterion = root.field("criteria").item();

        assertThat(root.field("owners").fieldNames())
                .containsExactlyElementsOf(OwnerWords.all().keySet());
        assertThat(OwnerWords.all().values()).containsExactlyElementsOf(Role.owners());
        assertThat(criterion.field("decider").words())
                .containsExactlyElementsOf(OwnerWords.all().keySet());
        assertThat(testUser.field("role").words()).isEqualTo(slugs(Plan.TestUserRole.values()));
        assertThat(integration.field("kind").words()).isEqualTo(slugs(Plan.IntegrationKind.values()));
        assertThat(criterion.field("action").words()).isEqualTo(slugs(Plan.CriterionAction.values()));
        assertThat(root.field("knownIssues").item().field("severity").words()).isEqualTo(slugs(Plan.Severity.values()));
        assertThat(root.field("identity").field("signIn").words()).isEqualTo(slugs(Plan.SignIn.values()));
        assertThat(root.field("identity").field("testUserGrant").words()).isEqualTo(slugs(Plan.TestUserGrant.values()));
        assertThat(root.field("stabilization").field("thresholds").fieldNames()).isEqualTo(slugs(SignalKind.values()));
        assertThat(root.field("confirmations").fieldNames())
                .isEqualTo(Step.validated().stream().map(Step::slug).toList());
        Step.validated()
                .forEach(step -> assertThat(
                                root.field("confirmations").field(step.slug()).text("description"))
                        .isEqualTo(step.title() + "."));
    }

    private static List<String> slugs(Slugged[] words) {
        return Stream.of(words).map(Slugged::slug).toList();
    }

    @Test
    void noFieldTakesAPassword() {
        assertThat(fieldNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*(passw|token|credential|apikey).*"));
        parts().forEach((place, part) -> {
            if (place.endsWith("/properties/secret")) {
                assertThat(part.path("$ref").asText()).as(place).isEqualTo("#/$defs/secretName");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora-small.yaml", "aurora-medium.yaml", "aurora-large.yaml"})
    void aValidatorThatKnowsOnlyTheStandardAcceptsTheSamples(String name) {
        JsonNode document = PlanDocument.parse(sample(name)).root();

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(SCHEMA)
                        .validate(document))
                .isEmpty();
    }

    @Test
    void thePageForAuthorsNamesEveryFieldAndItsExampleIsAPlan() {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(PAGE);
        assertThat(example.find()).isTrue();

        Plan plan = PlanTestData.READER.read(example.group(1), Instant.parse("2026-03-13T12:00:00Z"));

        assertThat(plan.releaseWindow().start()).isEqualTo("2026-03-14T21:00:00Z");
        assertThat(fieldNames()).allSatisfy(name -> assertThat(example.group(1)).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void thePageStatesTheDefaultsOfTheSchema() {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(PAGE);
        assertThat(example.find()).isTrue();
        String withoutThresholds = example.group(1).replaceAll("(?s)  thresholds:.*", "");
        Instant now = Instant.parse("2026-03-13T12:00:00Z");

        assertThat(PlanTestData.READER.read(withoutThresholds, now))
                .isEqualTo(PlanTestData.READER.read(example.group(1), now));
    }
}
