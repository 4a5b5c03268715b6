package dev.handover.signoff;

import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLive;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Wording;
import dev.handover.validation.Because;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The evidence that a rejection concerns: items of the very manifest the person was shown. */
@Component
public class RejectedItems {

    private final EvidenceStore evidence;
    private final Manifests manifests;
    private final Reliance reliance;

    RejectedItems(EvidenceStore evidence, Manifests manifests, Reliance reliance) {
        this.evidence = evidence;
        this.manifests = manifests;
        this.reliance = reliance;
    }

    /** @throws Refusal (invalid input) for numbers that the manifest shown does not have, or without that manifest */
    List<Evidence> of(GoLive goLive, Role role, Signatures.Rejection rejection) {
        if (rejection.evidence() == null || rejection.evidence().isBlank()) {
            return List.of();
        }
        var shown = shown(goLive.key(), role, rejection.manifest()).orElseThrow(RejectedItems::notShown);
        var history = evidence.history(goLive.key());
        return Arrays.stream(rejection.evidence().split(","))
                .map(String::strip)
                .distinct()
                .map(number -> ChangedItems.version(history, entry(shown, number)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What a role was shown; empty unless the digest is of a manifest of this go-live and role. @param digest may be null */
    Optional<Manifest> shown(GoLiveKey key, Role role, String digest) {
        return Digest.read(digest)
                .flatMap(manifests::find)
                .filter(each -> each.goLive().equals(key))
                .filter(each ->
                        each.kinds().equals(reliance.of(role).stream().sorted().toList()));
    }

    private static Refusal notShown() {
        return Refusal.invalidInput(
                "The form did not say which evidence it showed, so it cannot be named by number. Reload the task and decide again.");
    }

    private static Manifest.Entry entry(Manifest shown, String number) {
        var entries = shown.entries();
        if (!number.matches("[0-9]{1,5}")
                || Integer.parseInt(number) < 1
                || Integer.parseInt(number) > entries.size()) {
            throw Refusal.invalidInput(
                    "\"%s\" is none of the %d items of evidence you were shown; write their numbers, like 1, 3."
                            .formatted(number, entries.size()));
        }
        return entries.get(Integer.parseInt(number) - 1);
    }

    /** The evidence a sign-off was rejected for, in the order it was added. */
    public List<Evidence> of(SignOff rejection) {
        var ids = rejection.rejectedEvidence();
        return ids.isEmpty()
                ? List.of()
                : evidence.history(rejection.goLive()).stream()
                        .filter(each -> ids.contains(each.id()))
                        .toList();
    }

    /** Why the step is open again that was rejected. */
    static Because because(String reason, List<Evidence> concerned) {
        var said = Stream.concat(
                Stream.of(Phrase.of("rejected-at-sign-off", reason)),
                concerned.stream()
                        .map(each -> Phrase.of(
                                "evidence-concerned",
                                each.title(),
                                new Wording.Name(each.kind().title()),
                                each.version())));
        return new Because("Rejected at sign-off: %s%s".formatted(reason, inWords(concerned)), said.toList());
    }

    /** To be put behind the reason; empty if it concerns no evidence. */
    static String inWords(List<Evidence> concerned) {
        return concerned.isEmpty()
                ? ""
                : concerned.stream()
                        .map(each -> "\"%s\" (%s, version %d)"
                                .formatted(each.title(), each.kind().title(), each.version()))
                        .collect(Collectors.joining("; ", " Evidence concerned: ", "."));
    }
}
