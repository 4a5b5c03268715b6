package dev.handover.board.golive;

import dev.handover.board.ReaderZone;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLive;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Refusal;
import dev.handover.signoff.ChangedItems;
import dev.handover.signoff.SignOffRound;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a kept manifest item by item, and how it compares with what stands now. */
@Component
class ManifestPages {

    private final Manifests manifests;
    private final EvidenceStore store;
    private final ChangedItems changed;
    private final SignOffRound round;
    private final Names names;
    private final ReaderZone zone;

    ManifestPages(
            Manifests manifests,
            EvidenceStore store,
            ChangedItems changed,
            SignOffRound round,
            Names names,
            ReaderZone zone) {
        this.manifests = manifests;
        this.store = store;
        this.changed = changed;
        this.round = round;
        this.names = names;
        this.zone = zone;
    }

    /**
     * @throws Refusal (not found) if no manifest of that go-live is kept under the digest
     * @throws IllegalStateException if the kept document is damaged
     */
    @Transactional(readOnly = true)
    ManifestPage of(GoLive goLive, String sha256) {
        var manifest = find(goLive, sha256);
        var now = store.manifest(goLive.key(), EnumSet.copyOf(manifest.kinds()));
        var history = store.history(goLive.key());
        var entries = IntStream.range(0, manifest.entries().size())
                .mapToObj(at -> entry(at + 1, manifest.entries().get(at), now, history))
                .toList();
        return new ManifestPage(
                goLive.key().value(),
                goLive.title(),
                sha256,
                manifest.kinds().stream().map(EvidenceKind::title).collect(Collectors.joining(", ")),
                signedBy(goLive, sha256),
                entries,
                changed.between(goLive.key(), manifest, now).stream()
                        .map(each -> changed.line(each, zone.of(goLive)))
                        .toList());
    }

    private Manifest find(GoLive goLive, String sha256) {
        try {
            return manifests
                    .find(new Digest(sha256))
                    .filter(each -> each.goLive().equals(goLive.key()))
                    .orElseThrow(() -> Refusal.notFound("manifest", sha256));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("manifest", sha256);
        }
    }

    private List<String> signedBy(GoLive goLive, String sha256) {
        var times = new Times(zone.of(goLive));
        return round.of(goLive.key()).stream()
                .filter(each -> sha256.equals(each.manifest()))
                .map(each -> "%s as %s, %s"
                        .formatted(
                                names.of(each.decidedBy()),
                                each.role().inWords(),
                                times.showWithZone(each.decidedAt())))
                .toList();
    }

    private static ManifestPage.Entry entry(int number, Manifest.Entry entry, Manifest now, List<Evidence> history) {
        var version = ChangedItems.version(history, entry);
        return new ManifestPage.Entry(
                number,
                entry.kind().title(),
                entry.title(),
                entry.sha256().sha256(),
                version == null ? 0 : version.version(),
                version == null
                        ? null
                        : "/api/go-lives/%s/evidence/%s/content".formatted(version.goLive(), version.id()),
                now.entries().contains(entry) ? Look.good("as it is now") : Look.warning("changed since"));
    }
}
