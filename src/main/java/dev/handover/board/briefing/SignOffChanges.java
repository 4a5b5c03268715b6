package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.board.briefing.Section.Change;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.ChangedItem;
import dev.handover.signoff.ChangedItems;
import dev.handover.signoff.ShownManifests;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is different from what a role signed last. */
@Component
class SignOffChanges {

    private static final String SINCE_LOOK = "What changed since you looked last";
    private static final String TITLE = "What changed since the last decision";

    private final SignOffRound round;
    private final Manifests manifests;
    private final ChangedItems items;
    private final TextDifference text;
    private final Names names;

    SignOffChanges(SignOffRound round, Manifests manifests, ChangedItems items, TextDifference text, Names names) {
        this.round = round;
        this.manifests = manifests;
        this.items = items;
        this.text = text;
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

    /**
     * What is different from what the reader was shown when they looked last.
     *
     * @param look null if they never did, or nothing has changed since
     */
    Section.Changes sinceLook(GoLiveKey goLive, ShownManifests.Look look, Manifest now, Times times) {
        return look == null
                ? new Section.Changes(SINCE_LOOK, "", List.of(), "Nothing, or you look for the first time.")
                : new Section.Changes(
                        SINCE_LOOK,
                        "Compared with what you were shown on %s.".formatted(times.show(look.at())),
                        changes(goLive, look.manifest(), now),
                        "Nothing.");
    }

    private List<Change> changes(GoLiveKey goLive, Manifest before, Manifest now) {
        return items.between(goLive, before, now).stream().map(this::change).toList();
    }

    private Change change(ChangedItem changed) {
        var later = changed.later();
        return new Change(
                "%s (%s)"
                        .formatted(changed.item().title(), changed.item().kind().title()),
                changed.before() == null ? "" : fingerprint(changed.before()),
                after(changed),
                later == null ? null : later.addedAt(),
                later == null ? "" : names.of(later.addedBy()),
                text.between(changed.earlier(), later));
    }

    private static String after(ChangedItem changed) {
        if (changed.after() == null) {
            return "no longer part of what you sign";
        }
        return (changed.before() == null ? "new, " : "") + fingerprint(changed.after());
    }

    private static String fingerprint(Manifest.Entry entry) {
        var digest = "fingerprint " + entry.sha256().abbreviated();
        return entry.source() == null ? digest : digest + ", captured from " + entry.source();
    }
}
