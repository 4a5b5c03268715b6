package dev.handover.evidence;

import dev.handover.evidence.Evidence.Form;
import dev.handover.shared.CanonicalJson;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The exact set of evidence that a person relied on: what there was of which kinds, by digest.
 *
 * <p>It says what was there, not how it came there: versions, names of files and people are left out, so two manifests are equal
 * if and only if the same bytes stood under the same titles.
 *
 * @param kinds the kinds it covers, in the order of the source document; what it does not list of these was not there
 * @param entries sorted by kind, title and form
 */
public record Manifest(GoLiveKey goLive, List<EvidenceKind> kinds, List<Entry> entries) {

    /** Version of the document's form; part of what is signed. */
    static final String FORM = "handover-1";

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::kind).thenComparing(Entry::title).thenComparing(Entry::form);

    /**
     * One item as it stood.
     *
     * @param source address of a link as text; null otherwise
     */
    public record Entry(EvidenceKind kind, String title, Form form, Digest sha256, String source) {

        private Map<String, String> document() {
            var members = new TreeMap<>(
                    Map.of("kind", kind.slug(), "title", title, "form", form.slug(), "sha256", sha256.sha256()));
            if (source != null) {
                members.put("source", source);
            }
            return members;
        }
    }

    public Manifest {
        kinds = kinds.stream().distinct().sorted().toList();
        entries = entries.stream().sorted(ORDER).toList();
    }

    static Manifest of(GoLiveKey goLive, Set<EvidenceKind> kinds, Collection<Evidence> evidence) {
        var entries = evidence.stream()
                .map(each -> new Entry(
                        each.kind(),
                        each.title(),
                        each.form(),
                        each.sha256(),
                        each.source() == null ? null : each.source().toString()))
                .toList();
        return new Manifest(goLive, List.copyOf(kinds), entries);
    }

    /** Canonical JSON (RFC 8785); what is signed, kept, and can be digested again by anybody. */
    public String document() {
        return CanonicalJson.of(Map.of(
                "manifest", FORM,
                "goLive", goLive.value(),
                "kinds", kinds.stream().map(Slugged::slug).toList(),
                "evidence", entries.stream().map(Entry::document).toList()));
    }

    /** Digest of {@link #document()}. */
    public Digest digest() {
        return Digest.of(document());
    }

    /** What is different in the later manifest. */
    public ManifestDifference differenceTo(Manifest later) {
        return ManifestDifference.between(this, later);
    }
}
