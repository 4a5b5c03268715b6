package dev.handover.closing.report;

import dev.handover.closing.Acceptance;
import dev.handover.evidence.Manifests;
import dev.handover.shared.Digest;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was signed and accepted, word for word, and how to check it without this product. */
@Component
@Order(12)
class DocumentsChapter implements ChapterWriter {

    private static final String HOW_TO =
            "Each document below is one line of canonical JSON (RFC 8785). Copy it without a line break at the end, encode it as UTF-8"
                    + " and compute its SHA-256 (FIPS 180-4): it is the digest above it, and the one that was signed or accepted."
                    + " A manifest lists the SHA-256 of each item; the bytes of the item must give that digest.";

    private final SignOffRound signOffs;
    private final Manifests manifests;
    private final Acceptance acceptance;

    DocumentsChapter(SignOffRound signOffs, Manifests manifests, Acceptance acceptance) {
        this.signOffs = signOffs;
        this.manifests = manifests;
        this.acceptance = acceptance;
    }

    /** Anchor of a document within the report. */
    static String anchor(String digest) {
        return "document-" + digest;
    }

    @Override
    public Chapter write(Subject subject) {
        var chapter =
                Chapter.titled("documents", "Signed documents, word for word").lead(HOW_TO);
        var signed = signed(subject);
        signed.forEach(digest -> manifests
                .find(new Digest(digest))
                .ifPresent(manifest ->
                        chapter.verbatim(anchor(digest), "Manifest %s".formatted(digest), manifest.document())));
        acceptance
                .of(subject.key())
                .ifPresent(accepted -> chapter.verbatim(
                        anchor(accepted.list().digest().sha256()),
                        "Open-issue list and operating rhythm %s"
                                .formatted(accepted.list().digest()),
                        accepted.list().document()));
        if (signed.isEmpty()) {
            chapter.note(Tone.PLAIN, "Nothing was signed yet.");
        }
        return chapter.write();
    }

    private List<String> signed(Subject subject) {
        return signOffs.of(subject.key()).stream()
                .map(SignOff::manifest)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
