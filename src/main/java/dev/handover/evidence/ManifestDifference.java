package dev.handover.evidence;

import dev.handover.evidence.Manifest.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is different between two manifests, in the order of their entries.
 *
 * <p>Evidence is never deleted; something is removed only when the later manifest covers fewer kinds.
 */
public record ManifestDifference(List<Entry> added, List<Change> changed, List<Entry> removed) {

    /** The same item with other bytes, or a link with another address. */
    public record Change(Entry before, Entry after) {}

    static ManifestDifference between(Manifest before, Manifest after) {
        Map<List<Object>, Entry> gone = new LinkedHashMap<>();
        before.entries().forEach(entry -> gone.put(item(entry), entry));
        var added = new ArrayList<Entry>();
        var changed = new ArrayList<Change>();
        for (var entry : after.entries()) {
            var earlier = gone.remove(item(entry));
            if (earlier == null) {
                added.add(entry);
            } else if (!earlier.equals(entry)) {
                changed.add(new Change(earlier, entry));
            }
        }
        return new ManifestDifference(List.copyOf(added), List.copyOf(changed), List.copyOf(gone.values()));
    }

    private static List<Object> item(Entry entry) {
        return List.of(entry.kind(), entry.title(), entry.form());
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** One line for each difference, for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        added.forEach(entry ->
                lines.add("Added: %s (%s)".formatted(name(entry), entry.sha256().abbreviated())));
        changed.forEach(change -> lines.add("Changed: %s from %s to %s"
                .formatted(name(change.after()), state(change.before(), change), state(change.after(), change))));
        removed.forEach(entry -> lines.add(
                "Removed: %s (%s)".formatted(name(entry), entry.sha256().abbreviated())));
        return lines;
    }

    private static String name(Entry entry) {
        return "%s \"%s\"".formatted(entry.kind().title(), entry.title());
    }

    private static String state(Entry entry, Change change) {
        var digest = entry.sha256().abbreviated();
        var sameAddress =
                Objects.equals(change.before().source(), change.after().source());
        return sameAddress ? digest : digest + " at " + entry.source();
    }
}
