package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker;
import dev.handover.validation.CheckOverview.AskedCheck;
import dev.handover.validation.TroubleshootingTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes the rows of a step's checks. Rows that are not listed cost nothing. */
@Component
class CheckLists {

    /** Observations that are looked into for a table; those of one step are few. */
    private static final int MOST_MATRICES = 20;

    private final EvidenceStore evidence;

    CheckLists(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    /** What all lists of one page have in common. */
    record Page(GoLiveKey goLive, Times times, TroubleshootingTable troubleshooting) {

        String observations() {
            return "/api/go-lives/" + goLive + "/evidence/%s/content?inline=true";
        }
    }

    private record Standings(AskedCheck check, Standing standing) {}

    /** @param running true while the checks of the step run */
    CheckList of(Page page, Step step, List<AskedCheck> asked, boolean running) {
        var checks = asked.stream()
                .map(check -> new Standings(check, Standing.of(check, running)))
                .sorted(Comparator.comparing(Standings::standing))
                .toList();
        var passed = checks.stream()
                .filter(check -> check.standing() == Standing.PASSED)
                .toList();
        var open = checks.subList(0, checks.size() - passed.size());
        var matrices = step == Step.ACCESS ? matrices(page, checks) : Map.<UUID, AccessMatrix>of();
        return new CheckList(
                rows(page, step, 0, open, matrices),
                rows(page, step, open.size(), passed, matrices),
                Math.max(0, open.size() - CheckList.MOST),
                Math.max(0, passed.size() - CheckList.MOST));
    }

    private static List<CheckRow> rows(
            Page page, Step step, int before, List<Standings> checks, Map<UUID, AccessMatrix> matrices) {
        return IntStream.range(0, Math.min(checks.size(), CheckList.MOST))
                .mapToObj(i -> row(page, "%s-%d".formatted(step.slug(), before + i + 1), checks.get(i), matrices))
                .toList();
    }

    private static CheckRow row(Page page, String anchor, Standings entry, Map<UUID, AccessMatrix> matrices) {
        var check = entry.check();
        var run = check.last();
        return new CheckRow(
                anchor,
                check.name(),
                entry.standing(),
                CheckRow.found(check, entry.standing(), page.observations(), page.times()),
                hints(page, entry),
                run == null || run.evidence() == null ? null : matrices.get(run.evidence()));
    }

    private static List<Blocker.Hint> hints(Page page, Standings entry) {
        return entry.standing() == Standing.FAILED
                ? page.troubleshooting().hintsFor(entry.check().last().symptom())
                : List.of();
    }

    private Map<UUID, AccessMatrix> matrices(Page page, List<Standings> checks) {
        var observations = checks.stream()
                .map(entry -> entry.check().last())
                .filter(Objects::nonNull)
                .map(run -> run.evidence())
                .filter(Objects::nonNull)
                .limit(MOST_MATRICES)
                .toList();
        var found = new HashMap<UUID, AccessMatrix>();
        evidence.smallContents(page.goLive(), observations)
                .forEach((id, bytes) -> AccessMatrix.in(bytes).ifPresent(matrix -> found.put(id, matrix)));
        return found;
    }
}
