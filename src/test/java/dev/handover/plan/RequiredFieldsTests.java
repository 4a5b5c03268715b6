package dev.handover.plan;

import static dev.handover.plan.PlanTestData.onlyMistakeOf;
import static dev.handover.plan.PlanTestData.small;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes every field that the schema requires out of the small sample, one at a time. */
class RequiredFieldsTests {

    private static final PlanDocument SMALL = PlanDocument.parse(small());

    static List<JsonPointer> requiredFields() {
        List<JsonPointer> found = new ArrayList<>();
        collect(new Part(SMALL.root(), JsonPointer.empty(), PlanSchema.load().root()), found);
        return found;
    }

    private static void collect(Part part, List<JsonPointer> found) {
        part.schema().requiredNames().forEach(name -> found.add(part.pointer().appendProperty(name)));
        part.items().forEach(item -> collect(item, found));
        names(part.node()).forEach(name -> collect(part.field(name), found));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theSmallSampleHasEveryRequiredField() {
        assertThat(requiredFields())
                .hasSizeGreaterThan(100)
                .allSatisfy(field -> assertThat(SMALL.places()).containsKey(field));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aMissingFieldIsToldAtTheLineOfWhatShouldHoldIt(JsonPointer field) {
        String document = without(field);
        int expectedLine = field.head().matches() ? firstLineOf(document) : SMALL.lineOf(field.head());

        PlanError mistake = onlyMistakeOf(document);
        assertThat(mistake.pointer()).isEqualTo(field.toString());
        assertThat(mistake.line()).isEqualTo(expectedLine);
        assertThat(mistake.message())
                .isEqualTo("\"%s\" is missing.", field.last().getMatchingProperty());
        assertThat(mistake.mend()).startsWith("Add it");
    }

    /** The small sample without the lines of one field; an item that loses its first field begins with the next. */
    private static String without(JsonPointer field) {
        List<String> lines = new ArrayList<>(Arrays.asList(small().split("\n")));
        int first = SMALL.lineOf(field) - 1;
        boolean isFirstOfItem = lines.get(first).strip().startsWith("- ");
        int indent = indentOf(lines.get(first)) + (isFirstOfItem ? 2 : 0);
        int next = first + 1;
        while (next < lines.size() && indentOf(lines.get(next)) > indent) {
            next++;
        }
        if (isFirstOfItem) {
            String follower = lines.get(next);
            lines.set(next, " ".repeat(indent - 2) + "- " + follower.strip());
        }
        lines.subList(first, next).clear();
        return String.join("\n", lines) + "\n";
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int firstLineOf(String document) {
        return (int) Stream.of(document.split("\n"))
                        .takeWhile(line -> line.startsWith("#"))
                        .count()
                + 1;
    }
}
