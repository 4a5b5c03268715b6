package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects all mistakes of one document. */
final class Mistakes {

    /** More mistakes than anybody mends at once; only a text that is no plan has them. */
    private static final int MOST = 500;

    private final PlanDocument document;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(PlanDocument document) {
        this.document = document;
    }

    void add(Part part, String message, String mend) {
        add(new Mistake(part.pointer(), message, mend));
    }

    void add(Mistake mistake) {
        found.add(mistake);
    }

    int lineOf(Part part) {
        return document.lineOf(part.pointer());
    }

    /** @throws InvalidPlan with all mistakes in the order of the document, if there are any */
    void refuse() {
        Set<String> malformed =
                document.errors().stream().map(PlanError::pointer).collect(Collectors.toSet());
        List<PlanError> all = Stream.concat(
                        document.errors().stream(),
                        found.stream().map(this::placed).filter(each -> !malformed.contains(each.pointer())))
                .sorted(Comparator.comparingInt(PlanError::line))
                .toList();
        if (!all.isEmpty()) {
            throw new InvalidPlan(bounded(all));
        }
    }

    private PlanError placed(Mistake mistake) {
        JsonPointer pointer = mistake.pointer();
        return new PlanError(pointer.toString(), document.lineOf(pointer), mistake.message(), mistake.mend());
    }

    private static List<PlanError> bounded(List<PlanError> all) {
        if (all.size() <= MOST) {
            return all;
        }
        PlanError rest = new PlanError(
                "",
                all.get(MOST).line(),
                "There are %d more mistakes.".formatted(all.size() - MOST),
                "Mend the mistakes above and submit the plan again.");
        return Stream.concat(all.stream().limit(MOST), Stream.of(rest)).toList();
    }
}
