package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.EvidenceKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every version of every item of evidence, by kind, with the digest of its bytes. */
@Component
@Order(4)
class EvidenceChapter implements ChapterWriter {

    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::title).thenComparing(Evidence::form).thenComparing(Evidence::version);

    private final EvidenceStore store;

    EvidenceChapter(EvidenceStore store) {
        this.store = store;
    }

    /** Anchor of a version within the document. */
    static String anchor(UUID evidence) {
        return "evidence-" + evidence;
    }

    @Override
    public Chapter write(Subject subject) {
        var all = store.history(subject.key());
        var current = store.current(subject.key()).stream().map(Evidence::id).toList();
        var chapter = Chapter.titled("evidence", "Evidence")
                .lead(
                        "Everything that was ever added, by the seven kinds. Nothing was overwritten or deleted; what was replaced is marked."
                                + " Whoever holds a file can compute its SHA-256 and compare.");
        Arrays.stream(EvidenceKind.values())
                .forEach(kind -> chapter.heading(kind.title())
                        .table(
                                kind.purpose(),
                                List.of(
                                        Head.of("Item", 30),
                                        Head.of("Form", 20),
                                        Head.of("Added", 20),
                                        Head.of("SHA-256", 30)),
                                all.stream()
                                        .filter(each -> each.kind() == kind)
                                        .sorted(ORDER)
                                        .map(each -> row(subject, each, current.contains(each.id())))
                                        .toList(),
                                "No evidence of this kind was added."));
        return chapter.write();
    }

    private static List<Cell> row(Subject subject, Evidence evidence, boolean current) {
        var version = "version %d%s".formatted(evidence.version(), current ? "" : ", replaced");
        var title = current ? Cell.strong(evidence.title()) : Cell.of(evidence.title());
        var source = evidence.source() == null ? "" : "\ncopy of " + evidence.source();
        return List.of(
                title.with(version + source).named(anchor(evidence.id())),
                Cell.of(Slugs.words(evidence.form()))
                        .with("%s, %s".formatted(evidence.mediaType(), ReportTimes.size(evidence.size()))),
                subject.act(evidence.addedBy(), evidence.addedAt()),
                Cell.digest(evidence.sha256()));
    }
}
