package dev.handover.closing.report;

import dev.handover.closing.Acceptance;
import dev.handover.closing.OpenIssues;
import dev.handover.closing.report.Chapter.Fact;
import dev.handover.closing.report.Cover.Figure;
import dev.handover.evidence.EvidenceStore;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.Blockers;
import dev.handover.validation.CheckRun;
import dev.handover.validation.StepChecks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers the first page. */
@Component
class CoverWriter {

    private final EvidenceStore evidence;
    private final StepChecks checks;
    private final Blockers blockers;
    private final SignOffRound signOffs;
    private final Release release;
    private final OpenIssues openIssues;
    private final Acceptance acceptance;

    CoverWriter(
            EvidenceStore evidence,
            StepChecks checks,
            Blockers blockers,
            SignOffRound signOffs,
            Release release,
            OpenIssues openIssues,
            Acceptance acceptance) {
        this.evidence = evidence;
        this.checks = checks;
        this.blockers = blockers;
        this.signOffs = signOffs;
        this.release = release;
        this.openIssues = openIssues;
        this.acceptance = acceptance;
    }

    /** @param closing true if this is the report that is frozen as the go-live is closed */
    Cover write(Subject subject, boolean closing) {
        var goLive = subject.goLive();
        var handedOver = closing || goLive.phase() == Phase.HANDED_OVER;
        var asOf = subject.times().show(subject.asOf());
        return new Cover(
                goLive.title(),
                "%s, environment %s".formatted(goLive.customerName(), goLive.environmentLabel()),
                handedOver ? Phase.HANDED_OVER.title() : status(goLive.phase()),
                handedOver ? Tone.GOOD : tone(goLive.phase()),
                closing
                        ? "Final report, frozen at close on %s".formatted(asOf)
                        : "Interim report, as things stood on %s".formatted(asOf),
                facts(subject),
                figures(subject.key()));
    }

    private static String status(Phase phase) {
        return phase.isFinished() ? phase.title() : "In progress: %s".formatted(phase.title());
    }

    private static Tone tone(Phase phase) {
        return phase.isFinished() ? Tone.BAD : Tone.CAUTION;
    }

    private List<Fact> facts(Subject subject) {
        var goLive = subject.goLive();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Go-live", Cell.strong(goLive.key().value())));
        facts.add(new Fact("Customer", Cell.of(goLive.customerName())));
        facts.add(new Fact(
                "Environment",
                Cell.of("%s, tenant %s".formatted(goLive.environmentLabel(), goLive.environmentTenant()))
                        .with(goLive.environmentUrl())));
        facts.add(new Fact("Requester", Cell.of(subject.person(goLive.requester()))));
        facts.add(new Fact("Plan", Cell.of("version %d".formatted(goLive.planVersion()))));
        facts.add(new Fact("Release window", Cell.of(subject.times().span(goLive.windowStart(), goLive.windowEnd()))));
        facts.add(new Fact("Live", liveSince(subject)));
        facts.add(new Fact(
                "Taken over",
                acceptance
                        .of(subject.key())
                        .map(each -> subject.act(each.by(), each.at()))
                        .orElse(Cell.nothing())));
        facts.add(new Fact("Times", Cell.of(subject.times().zoneName())));
        return facts;
    }

    private Cell liveSince(Subject subject) {
        return release.acts(subject.key()).stream()
                .filter(act -> act.act() == ReleaseAct.Act.LIVE)
                .reduce((earlier, later) -> later)
                .map(act -> subject.time(act.decidedAt()))
                .orElse(Cell.nothing());
    }

    private List<Figure> figures(GoLiveKey key) {
        var items = evidence.current(key).size();
        var runs = Step.validated().stream()
                .flatMap(step -> checks.latest(key, step).stream())
                .toList();
        var passed = runs.stream().filter(CheckRun::isPassed).count();
        var raised = blockers.of(key).size();
        var open = blockers.openOf(key).size();
        var signed = signOffs.current(key).stream()
                .filter(each -> each.state() == SignOff.State.APPROVED)
                .count();
        var issues = acceptance
                .of(key)
                .map(each -> each.list())
                .orElseGet(() -> openIssues.of(key))
                .issues()
                .size();
        var missing = evidence.missingKinds(key).size();
        return List.of(
                evidence(items, missing),
                share(passed, runs.size(), "checks passed"),
                share(signed, Role.signing().size(), "signatures stand"),
                share(raised - open, raised, "blockers resolved"),
                new Figure(Integer.toString(issues), issues == 1 ? "open issue" : "open issues", Tone.PLAIN));
    }

    private static Figure evidence(int items, int missing) {
        var what = items == 1 ? "item of evidence" : "items of evidence";
        return missing == 0
                ? new Figure(Integer.toString(items), what + ", all seven kinds", Tone.GOOD)
                : new Figure(Integer.toString(items), "%s, %d kinds missing".formatted(what, missing), Tone.CAUTION);
    }

    private static Figure share(long part, long whole, String what) {
        return new Figure("%d of %d".formatted(part, whole), what, part == whole ? Tone.GOOD : Tone.CAUTION);
    }
}
