package dev.handover.checks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Body;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.Earnings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one check writes down while it runs, to become its {@link Observation}. Everything written goes through the redaction
 * of secrets once more, and all of it together stays within a budget of characters.
 */
final class Notes {

    private static final List<String> HEADERS = List.of(
            "content-type",
            "content-length",
            "date",
            "etag",
            "last-modified",
            "location",
            "retry-after",
            "server",
            "strict-transport-security",
            "www-authenticate");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final int MOST_CALLS = 100;
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_CONCLUSION = 4_000;
    private static final int LONGEST_EXCERPT = 2_000;
    private static final int LONGEST_TABLE = 20_000;

    private final ArrayNode calls = Json.newArray();
    private final ObjectNode facts = Json.newObject();
    private final Earnings earnings;
    private int callsLeftOut;

    /** Characters that may still be written. Each takes at most 3 bytes, so the whole fits {@link Observation#LIMIT}. */
    private int budget = 40_000;

    /** @param earnings of the check; a value that is earned later is taken out of what is written from then on */
    Notes(Earnings earnings) {
        this.earnings = earnings;
    }

    /** Writes down something that no single call shows. */
    void fact(String name, Object value) {
        facts.put(name, spend(String.valueOf(value), LONGEST_LINE));
    }

    /** Rows in order, as many as the table's own budget takes; the rest is counted only. */
    void table(String name, List<Map<String, String>> rows) {
        ArrayNode table = facts.putArray(name);
        int left = LONGEST_TABLE;
        for (Map<String, String> row : rows) {
            ObjectNode entry = Json.newObject();
            row.forEach((column, value) -> entry.put(column, cut(value, LONGEST_LINE)));
            left -= entry.toString().length();
            if (left < 0) {
                break;
            }
            table.add(entry);
        }
        facts.put(name + "RowsLeftOut", rows.size() - table.size());
    }

    void answered(Call call, Answer answer, Instant at, Duration took) {
        ObjectNode entry = newCall(call, at, took);
        entry.put("status", answer.status());
        entry.put("ip", answer.address());
        if (!answer.redirects().isEmpty()) {
            entry.put("answeredBy", spend(answer.uri(), LONGEST_LINE));
        }
        ObjectNode headers = entry.putObject("headers");
        HEADERS.stream()
                .filter(answer.headers()::containsKey)
                .forEach(name -> headers.put(name, spend(answer.headers().get(name), LONGEST_LINE)));
        entry.put("bytes", answer.bytes());
        entry.put("truncated", answer.truncated());
        if (isReadable(answer)) {
            entry.put("excerpt", spend(answer.body(), LONGEST_EXCERPT));
        }
    }

    void unanswered(Call call, String reason, Instant at, Duration took) {
        newCall(call, at, took).put("failure", spend(reason, LONGEST_LINE));
    }

    /** The list ends where it is long enough; what comes later is counted only. */
    private ObjectNode newCall(Call call, Instant at, Duration took) {
        if (calls.size() == MOST_CALLS) {
            callsLeftOut++;
            return Json.newObject();
        }
        ObjectNode entry = calls.addObject();
        entry.put("request", spend(call.method() + " " + call.uri(), LONGEST_LINE));
        entry.put("credential", spend(call.credential().described(), LONGEST_LINE));
        if (!(call.body() instanceof Body.None)) {
            entry.put("sent", spend(call.body().described(), LONGEST_LINE));
        }
        entry.put("at", at.toString());
        entry.put("millis", took.toMillis());
        return entry;
    }

    private static boolean isReadable(Answer answer) {
        String type = answer.headers().getOrDefault("content-type", "");
        return type.startsWith("text/") || type.contains("json") || type.contains("xml");
    }

    private String spend(String value, int longest) {
        String text = cut(value, Math.min(longest, budget));
        budget = Math.max(0, budget - text.length());
        return text;
    }

    private String cut(String value, int longest) {
        String safe = UNPRINTABLE.matcher(earnings.redact(value)).replaceAll(" ");
        return safe.length() <= longest ? safe : safe.substring(0, longest) + "…";
    }

    /** What was asked for and what came of it stands first, so that the observation can be read on its own. */
    Observation conclude(String check, String kind, Verdict verdict, String expected, String observed) {
        ObjectNode root = Json.newObject();
        root.put("check", cut(check, LONGEST_LINE));
        root.put("kind", kind);
        root.put("verdict", verdict.slug());
        root.put("expected", cut(expected, LONGEST_CONCLUSION));
        root.put("observed", cut(observed, LONGEST_CONCLUSION));
        root.set("facts", facts);
        root.set("calls", calls);
        root.put("callsLeftOut", callsLeftOut);
        return new Observation("application/json", Json.bytes(root));
    }
}
