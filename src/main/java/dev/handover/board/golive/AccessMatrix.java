package dev.handover.board.golive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which persona reached which resource, as the observation of a check tells it under {@code matrix}: a list of
 * {@code {resource, persona, expected, observed, differs}}.
 *
 * @param personas columns, in the order they come up
 * @param rows one for each resource
 */
record AccessMatrix(List<String> personas, List<Row> rows) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than that is no table for people any more; the observation has it all. */
    private static final int MOST_ENTRIES = 500;

    /** @param cells one for each persona, in their order; null where the observation says nothing */
    record Row(String resource, List<Cell> cells) {}

    record Cell(String expected, String observed, boolean differs) {}

    /** Empty if the observation carries none, or is not readable. */
    static Optional<AccessMatrix> in(byte[] observation) {
        try {
            var root = JSON.readTree(observation);
            var matrix = root.path("facts").path("matrix");
            return of(matrix.isArray() ? matrix : root.path("matrix"));
        } catch (IOException e) {
            return Optional.empty(); // an observation is what it is; the link beside it shows it
        }
    }

    private static Optional<AccessMatrix> of(JsonNode entries) {
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            return Optional.empty();
        }
        var personas = new LinkedHashSet<String>();
        var cells = new LinkedHashMap<String, LinkedHashMap<String, Cell>>();
        for (var entry : entries) {
            var persona = entry.path("persona").asText();
            personas.add(persona);
            cells.computeIfAbsent(entry.path("resource").asText(), resource -> new LinkedHashMap<>())
                    .put(persona, cell(entry));
        }
        var rows = new ArrayList<Row>();
        cells.forEach((resource, found) ->
                rows.add(new Row(resource, personas.stream().map(found::get).toList())));
        return Optional.of(new AccessMatrix(List.copyOf(personas), rows));
    }

    private static Cell cell(JsonNode entry) {
        return new Cell(
                entry.path("expected").asText(),
                entry.path("observed").asText(),
                entry.path("differs").asBoolean());
    }
}
