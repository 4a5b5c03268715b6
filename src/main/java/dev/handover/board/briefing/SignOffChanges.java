package dev.handover.board.briefing;

import dev.handover.board.briefing.Section.Change;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is different from what a role signed last. */
@Component
class SignOffChanges {

    private static final String TITLE = "What changed since last time";

    private final SignOffRound round;
    private final Manifests manifests;
    private final EvidenceStore store;
    private final Names names;

    SignOffChanges(SignOffRound round, Manifests manifests, EvidenceStore store, Names names) {
        this.round = round;
        this.manifests = manifests;
        this.store = store;
        this.names = names;
    }

    /** @param now what the role would sign now */
    Section.Changes since(GoLiveKey goLive, Role role, Manifest now) {
        var last = lastDecided(goLive, role);
        if (last.isEmpty()) {
            return new Section.Changes(TITLE, "", List.of(), "Nothing: you are asked for the first time.");
        }
        var note = "The last decision in this role was \"%s\" by %s."
                .formatted(words(last.get()), names.of(last.get().acting()));
        var signed = Optional.ofNullable(last.get().manifest()).map(Digest::new).flatMap(manifests::find);
        return new Section.Changes(
                TITLE,
                note,
                signed.map(before -> changes(goLive, before, now)).orElse(List.of()),
                signed.isPresent() ? "The evidence is what was signed then." : "");
    }

    private Optional<SignOff> lastDecided(GoLiveKey goLive, Role role) {
        return round.of(goLive).stream()
                .filter(each -> each.role() == role && each.decidedAt() != null)
                .max(Comparator.comparing(SignOff::decidedAt));
    }

    private static String words(SignOff decided) {
        return decided.state() == SignOff.State.REJECTED ? "rejected: " + decided.reason() : "approved";
    }

    private List<Change> changes(GoLiveKey goLive, Manifest before, Manifest now) {
        var difference = before.differenceTo(now);
        var current = store.current(goLive);
        var changes = new ArrayList<Change>();
        difference
                .changed()
                .forEach(each -> changes.add(change(
                        each.after(),
                        "fingerprint " + each.before().sha256().abbreviated(),
                        "fingerprint " + each.after().sha256().abbreviated(),
                        current)));
        difference
                .added()
                .forEach(each -> changes.add(
                        change(each, "", "new, fingerprint " + each.sha256().abbreviated(), current)));
        return changes;
    }

    private Change change(Manifest.Entry entry, String before, String after, List<Evidence> current) {
        var item = current.stream()
                .filter(each -> each.kind() == entry.kind()
                        && each.title().equals(entry.title())
                        && each.form() == entry.form())
                .findFirst()
                .orElseThrow();
        return new Change(
                "%s (%s)".formatted(entry.title(), entry.kind().title()),
                before,
                after,
                item.addedAt(),
                names.of(item.addedBy()));
    }
}
