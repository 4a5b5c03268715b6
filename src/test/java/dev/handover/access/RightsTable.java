package dev.handover.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;

/** Reads {@code access/rights.txt}, which says who may do what. */
final class RightsTable {

    private static final Pattern CALL =
            Pattern.compile("(?<method>[A-Z]+) (?<path>\\S+)(?: <(?<type>[^>]+)>)?(?: (?<body>.+))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z]\\w*}");

    /** In the order of the columns. */
    enum Role {
        NOBODY,
        OUTSIDER,
        REQUESTER,
        OWNER,
        VALIDATOR,
        AUDITOR,
        ADMIN
    }

    /**
     * @param own what is answered for a go-live that the person has a part in
     * @param foreign what is answered for one that they have not
     */
    record Cell(Role role, String own, String foreign) {

        private static Cell of(Role role, String text) {
            var both = text.split("/");
            return new Cell(role, both[0], both[both.length - 1]);
        }
    }

    /**
     * @param path with placeholders, and perhaps a query
     * @param contentType null without a body
     * @param body null for none
     */
    record Row(String method, String path, String contentType, String body, List<Cell> cells) {

        private static Row of(String line) {
            var columns = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            var call = CALL.matcher(columns.get(0));
            if (!call.matches() || columns.size() != Role.values().length + 1) {
                throw new IllegalArgumentException("not a row of the table: " + line);
            }
            var type =
                    call.group("type") == null && call.group("body") != null ? "application/json" : call.group("type");
            var cells = IntStream.range(0, Role.values().length)
                    .mapToObj(i -> Cell.of(Role.values()[i], columns.get(i + 1)))
                    .toList();
            return new Row(call.group("method"), call.group("path"), type, call.group("body"), cells);
        }

        /** Method and address as a mapping would write them, whatever its variables are called. */
        String address() {
            return method + " " + withoutNames(path.replaceFirst("\\?.*", ""));
        }

        /** True if it is about a go-live, or something of one. */
        boolean hasIds() {
            return PLACEHOLDER
                    .matcher((path + body).replace("{user}", "").replace("{filter}", ""))
                    .find();
        }

        /** True if somebody of another customer is told that there is no such thing. */
        boolean isForeignTo(Role role) {
            return hasIds() && cells.get(role.ordinal()).foreign().equals("404");
        }

        /** True if the period that it is about may be over after it. */
        boolean endsPeriods() {
            return path.contains("{deputy}") || path.contains("{absence}");
        }

        boolean counts() {
            return cells.stream().anyMatch(cell -> cell.own().matches("some|none"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private RightsTable() {}

    static String withoutNames(String path) {
        return PLACEHOLDER.matcher(path).replaceAll("{}");
    }

    static List<Row> read() {
        try {
            return new ClassPathResource("access/rights.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
