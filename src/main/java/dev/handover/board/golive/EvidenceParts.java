package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.board.briefing.ShownTypes;
import dev.handover.board.briefing.Sizes;
import dev.handover.closing.LegalHolds;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Makes the evidence of the page: every kind, every item with all its versions. Each name is looked up once. */
@Component
class EvidenceParts {

    private final EvidenceStore store;
    private final LegalHolds holds;
    private final Names names;

    EvidenceParts(EvidenceStore store, LegalHolds holds, Names names) {
        this.store = store;
        this.holds = holds;
        this.names = names;
    }

    /** An item of a kind. */
    private record Key(String title, Evidence.Form form) {}

    /** All seven kinds, those without evidence too. */
    List<EvidencePart> of(GoLiveKey key, Times times) {
        var known = new HashMap<String, String>();
        UnaryOperator<String> name = userId -> known.computeIfAbsent(userId, names::of);
        var history = store.history(key);
        return Arrays.stream(EvidenceKind.values())
                .map(kind -> part(
                        kind,
                        history.stream().filter(each -> each.kind() == kind).toList(),
                        name,
                        times))
                .toList();
    }

    /** The hold on all of it; null if there is none. */
    GoLivePage.Held held(GoLiveKey key, Times times) {
        return holds.of(key)
                .map(hold -> new GoLivePage.Held(hold.reason(), names.of(hold.by()), times.show(hold.since())))
                .orElse(null);
    }

    private static EvidencePart part(
            EvidenceKind kind, List<Evidence> versions, UnaryOperator<String> name, Times times) {
        Map<Key, List<EvidencePart.Version>> items = new LinkedHashMap<>();
        for (var each : versions) {
            items.computeIfAbsent(new Key(each.title(), each.form()), key -> new ArrayList<>())
                    .add(version(each, name, times));
        }
        var shown = items.values().stream()
                .limit(EvidencePart.MOST)
                .map(EvidenceParts::item)
                .toList();
        return new EvidencePart(kind.title(), shown, items.size() - shown.size());
    }

    private static EvidencePart.Item item(List<EvidencePart.Version> versions) {
        Collections.reverse(versions);
        return new EvidencePart.Item(versions.get(0), versions.subList(1, versions.size()));
    }

    private static EvidencePart.Version version(Evidence evidence, UnaryOperator<String> name, Times times) {
        return new EvidencePart.Version(
                evidence.id(),
                evidence.title(),
                evidence.version(),
                name.apply(evidence.addedBy()),
                times.show(evidence.addedAt()),
                "%s, %s".formatted(evidence.mediaType(), Sizes.show(evidence.size())),
                evidence.sha256().abbreviated(),
                "/api/go-lives/%s/evidence/%s/content".formatted(evidence.goLive(), evidence.id()),
                ShownTypes.isShown(evidence));
    }
}
