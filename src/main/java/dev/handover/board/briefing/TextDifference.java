package dev.handover.board.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is different between two versions of a small text, line by line; JSON is laid out first. Larger contents are left to the reader. */
@Component
class TextDifference {

    /** Lines of each version that are compared; the comparison costs their product at worst. */
    private static final int MOST_COMPARED = 1_000;

    private static final int MOST_SHOWN = 80;
    private static final int AROUND = 2;
    /** Lines that name the two files, and nothing else. */
    private static final int HEAD = 2;

    private final EvidenceStore store;
    private final ObjectMapper json;

    TextDifference(EvidenceStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    /** Lines that begin with {@code +}, {@code -}, a blank or {@code @@}; empty where the contents are no small texts. */
    List<String> between(Evidence before, Evidence after) {
        if (before == null || after == null || !isText(before) || !isText(after)) {
            return List.of();
        }
        var contents = store.smallContents(after.goLive(), List.of(before.id(), after.id()));
        if (contents.size() < 2) {
            return List.of();
        }
        return between(lines(before, contents.get(before.id())), lines(after, contents.get(after.id())));
    }

    static List<String> between(List<String> before, List<String> after) {
        if (before.size() > MOST_COMPARED || after.size() > MOST_COMPARED) {
            return List.of();
        }
        var unified = UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), AROUND);
        return unified.stream().skip(HEAD).limit(MOST_SHOWN).toList();
    }

    private static boolean isText(Evidence evidence) {
        return evidence.mediaType().startsWith("text/") || isJson(evidence);
    }

    private static boolean isJson(Evidence evidence) {
        return evidence.mediaType().equals("application/json");
    }

    private List<String> lines(Evidence evidence, byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        return (isJson(evidence) ? laidOut(text) : text).lines().toList();
    }

    private String laidOut(String text) {
        try {
            return json.readTree(text).toPrettyString();
        } catch (JsonProcessingException e) {
            return text; // what says that it is JSON and is not, is compared as it is
        }
    }
}
