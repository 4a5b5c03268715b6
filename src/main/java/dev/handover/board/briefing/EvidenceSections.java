package dev.handover.board.briefing;

import dev.handover.board.briefing.EvidenceItem.Preview;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.EvidenceSettings;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The evidence there is, for showing, and the place to add more. */
@Component
class EvidenceSections {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final String NONE_YET = "Nobody has added evidence yet.";

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final Names names;

    EvidenceSections(EvidenceStore store, EvidenceSettings settings, Names names) {
        this.store = store;
        this.settings = settings;
        this.names = names;
    }

    /**
     * Current evidence of these kinds, newest first, and the place to add more.
     *
     * @param kinds what is shown and may be added, the usual one first; none for all
     */
    Section.EvidenceList of(GoLiveKey goLive, List<EvidenceKind> kinds) {
        return list(goLive, kinds, each -> null);
    }

    private Section.EvidenceList list(
            GoLiveKey goLive, List<EvidenceKind> kinds, Function<Evidence, EvidenceItem.Mark> marks) {
        var shown = kinds.isEmpty() ? List.of(EvidenceKind.values()) : kinds;
        var byMachine = store.current(goLive, EnumSet.copyOf(shown)).stream()
                .sorted(Comparator.comparing(Evidence::addedAt).reversed())
                .collect(Collectors.partitioningBy(
                        each -> each.form() == Form.OBSERVATION,
                        Collectors.mapping(each -> item(each, marks.apply(each)), Collectors.toList())));
        var upload = new Upload(
                "/api/go-lives/%s/evidence".formatted(goLive),
                shown,
                settings.maxFileSize().toBytes());
        return new Section.EvidenceList("Evidence", byMachine.get(false), byMachine.get(true), NONE_YET, upload);
    }

    /**
     * The evidence of a manifest, each item with its number in it.
     *
     * @param before what the reader was shown last; null if nothing was
     */
    Section.EvidenceList signed(GoLiveKey goLive, Manifest manifest, Manifest before) {
        var marks = new HashMap<Manifest.Entry, EvidenceItem.Mark>();
        for (var entry : manifest.entries()) {
            marks.put(entry, new EvidenceItem.Mark(marks.size() + 1, news(entry, before)));
        }
        return list(goLive, manifest.kinds(), each -> marks.get(entry(each)));
    }

    private static String news(Manifest.Entry entry, Manifest before) {
        if (before == null || before.entries().contains(entry)) {
            return "";
        }
        var wasThere = before.entries().stream()
                .anyMatch(each -> each.kind() == entry.kind()
                        && each.form() == entry.form()
                        && each.title().equals(entry.title()));
        return wasThere ? "changed since you looked" : "new since you looked";
    }

    private static Manifest.Entry entry(Evidence evidence) {
        return new Manifest.Entry(
                evidence.kind(),
                evidence.title(),
                evidence.form(),
                evidence.sha256(),
                evidence.source() == null ? null : evidence.source().toString());
    }

    private EvidenceItem item(Evidence evidence, EvidenceItem.Mark mark) {
        return new EvidenceItem(
                evidence.kind().title(),
                evidence.title(),
                evidence.version(),
                names.of(evidence.addedBy()),
                evidence.addedAt(),
                evidence.sha256().abbreviated(),
                "%s, %s".formatted(evidence.mediaType(), Sizes.show(evidence.size())),
                evidence.source() == null ? null : evidence.source().toString(),
                "/api/go-lives/%s/evidence/%s/content".formatted(evidence.goLive(), evidence.id()),
                preview(evidence),
                words(evidence),
                mark);
    }

    static Preview preview(Evidence evidence) {
        var type = evidence.mediaType();
        if (evidence.form() == Form.STATEMENT) {
            return Preview.NONE; // its words are shown
        }
        if (PICTURES.contains(type)) {
            return Preview.PICTURE;
        }
        if (type.equals("application/pdf")) {
            return Preview.DOCUMENT;
        }
        return type.startsWith("text/") || type.equals("application/json") ? Preview.TEXT : Preview.NONE;
    }

    private String words(Evidence evidence) {
        if (evidence.form() != Form.STATEMENT) {
            return "";
        }
        try (var content = store.open(evidence)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the statement \"%s\"".formatted(evidence.title()), e);
        }
    }
}
