package dev.handover.closing.report;

import dev.handover.golive.Timeline;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Signatures and rejections, and what was decided about release windows. */
@Component
class ReleaseDecisions implements DecisionSource {

    private final SignOffRound signOffs;
    private final Release release;

    ReleaseDecisions(SignOffRound signOffs, Release release) {
        this.signOffs = signOffs;
        this.release = release;
    }

    @Override
    public Stream<Decision> decisions(Subject subject) {
        return Stream.concat(
                signOffs.of(subject.key()).stream()
                        .filter(each -> each.decidedAt() != null)
                        .map(ReleaseDecisions::signature),
                release.acts(subject.key()).stream()
                        .filter(act -> !Timeline.SYSTEM.equals(act.decidedBy()))
                        .map(act -> act(subject, act)));
    }

    private static Decision signature(SignOff signOff) {
        var outdated = signOff.state() == SignOff.State.OUTDATED;
        var what = outdated ? "Approved (outdated since)" : SignOffsChapter.decision(signOff);
        return new Decision(
                signOff.decidedAt(),
                signOff.acting(),
                signOff.role().title(),
                "%s, round %d".formatted(what, signOff.round()),
                signOff.reason(),
                signOff.manifest() == null
                        ? Cell.of("The evidence of that time").to("evidence")
                        : SignOffsChapter.shown(signOff));
    }

    private static Decision act(Subject subject, ReleaseAct act) {
        return new Decision(
                act.decidedAt(),
                act.acting(),
                act.act() == ReleaseAct.Act.WINDOW_PROPOSED ? Role.REQUESTER.title() : Role.PRODUCTION.title(),
                ReleaseChapter.words(act.act()),
                act.reason(),
                Cell.of("Gates, criteria and the window %s"
                                .formatted(subject.times().span(act.windowStart(), act.windowEnd())))
                        .to("release"));
    }
}
