package dev.handover.validation;

import dev.handover.checks.CheckResult;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.NewObservation;
import dev.handover.golive.Timeline;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what checks found: a run of each, and what it observed as evidence. All of a step's at once, since they may be many. */
@Component
class CheckRecords {

    private final CheckCatalogue catalogue;
    private final CheckRuns runs;
    private final EvidenceStore evidence;

    CheckRecords(CheckCatalogue catalogue, CheckRuns runs, EvidenceStore evidence) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.evidence = evidence;
    }

    /**
     * A check that has run.
     *
     * @param target digest of what was asked
     * @param before its run before this one; null if this is the first
     */
    record Done(CheckResult result, String target, CheckRun before) {

        private int attempt() {
            return before == null ? 1 : before.attempt() + 1;
        }
    }

    /** In the caller's transaction, which holds the go-live. */
    void record(GoLiveKey key, Step step, List<Done> done) {
        var items = observations(key, step, done);
        runs.saveAll(done.stream()
                .map(each -> new CheckRun(
                        key,
                        step,
                        each.attempt(),
                        each.target(),
                        each.result(),
                        items.get(each.result().id())))
                .toList());
    }

    /** The evidence of each check that has some, by the check's id. */
    private Map<String, UUID> observations(GoLiveKey key, Step step, List<Done> done) {
        var observed = done.stream()
                .map(Done::result)
                .filter(result -> result.observation() != null)
                .toList();
        var added = evidence.addObservations(
                key, observed.stream().map(result -> observation(step, result)).toList(), Timeline.SYSTEM);
        var items = new HashMap<String, UUID>();
        for (int i = 0; i < observed.size(); i++) {
            items.put(observed.get(i).id(), added.get(i).id());
        }
        return items;
    }

    private NewObservation observation(Step step, CheckResult result) {
        var observation = result.observation();
        return new NewObservation(
                catalogue.kindOf(step, result.id()),
                "Check: " + result.name(),
                observation.mediaType(),
                observation.bytes());
    }
}
