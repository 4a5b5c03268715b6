package dev.handover.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Plans to test with: the samples, and the small one with a change. */
final class PlanTestData {

    /** When plans are submitted; a Monday, so that nothing here is near a change of clocks. */
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static final Set<String> SAMPLE_USERS = Set.of(
            "requester",
            "production",
            "support",
            "business",
            "change",
            "environment",
            "customer",
            "validator",
            "admin",
            "auditor",
            "outsider");

    static final Directory DIRECTORY = id ->
            SAMPLE_USERS.contains(id) ? Optional.of(new Person(id, id, id + "@handover.example")) : Optional.empty();

    static final PlanReader READER = new PlanReader(DIRECTORY);

    private PlanTestData() {}

    static String sample(String name) {
        return file(Path.of("samples", name));
    }

    static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String small() {
        return sample("aurora-small.yaml");
    }

    /** The small sample with one place replaced; the place must be there exactly once. */
    static String smallWith(String place, String replacement) {
        return with(small(), place, replacement);
    }

    static String with(String document, String place, String replacement) {
        assertThat(document.split(Pattern.quote(place), -1))
                .as("places of \"%s\"", place)
                .hasSize(2);
        return document.replace(place, replacement);
    }

    static Plan read(String document) {
        return READER.read(document, NOW);
    }

    /** All mistakes of the document, none if it is accepted. */
    static List<PlanError> mistakesOf(String document) {
        InvalidPlan refusal = catchThrowableOfType(InvalidPlan.class, () -> READER.read(document, NOW));
        return refusal == null ? List.of() : refusal.errors();
    }

    static PlanError onlyMistakeOf(String document) {
        List<PlanError> mistakes = mistakesOf(document);
        assertThat(mistakes).hasSize(1);
        return mistakes.get(0);
    }

    /**
     * Replaces one place of the small sample and expects one mistake, told at its place.
     *
     * @param place what is replaced, by {@code replacement}; {@code ~} stands for the end of a line
     */
    static void assertMistake(String place, String replacement, String pointer, String message, String mend) {
        String document = smallWith(lines(place), lines(replacement));
        PlanError mistake = onlyMistakeOf(document);
        assertThat(mistake.pointer()).isEqualTo(pointer);
        assertThat(mistake.message()).isEqualTo(message);
        assertThat(mistake.mend()).isEqualTo(mend);
        assertThat(mistake.line()).isEqualTo(PlanDocument.parse(document).lineOf(JsonPointer.compile(pointer)));
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace('~', '\n');
    }

    /** Line of the first place where the text stands, counted from 1. */
    static int lineOf(String document, String text) {
        int at = document.indexOf(text);
        assertThat(at).as("place of \"%s\"", text).isNotNegative();
        return (int) document.substring(0, at).lines().count() + (at == 0 || document.charAt(at - 1) == '\n' ? 1 : 0);
    }
}
