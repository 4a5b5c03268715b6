package dev.handover.closing;

import static java.util.stream.Collectors.toSet;

import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.Severity;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.Condition;
import dev.handover.signoff.SignOffRound;
import dev.handover.stabilization.Reading;
import dev.handover.stabilization.StabilizationOverview;
import dev.handover.stabilization.StabilizationView;
import dev.handover.stabilization.StabilizationView.SignalView;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one list of everything that is not done: known issues of the plan in force, open blockers, conditions of standing
 * approvals, and signals that are watched or have breached; with the operating rhythm. Only what somebody has to follow up
 * is in it, no measured values, so that it changes when a decision is called for and not with every reading.
 */
@Service
@Transactional(readOnly = true)
public class OpenIssues {

    private final GoLiveRegister register;
    private final Blockers blockers;
    private final SignOffRound signOffs;
    private final StabilizationOverview stabilization;
    private final OpenIssueLists lists;

    OpenIssues(
            GoLiveRegister register,
            Blockers blockers,
            SignOffRound signOffs,
            StabilizationOverview stabilization,
            OpenIssueLists lists) {
        this.register = register;
        this.blockers = blockers;
        this.signOffs = signOffs;
        this.stabilization = stabilization;
        this.lists = lists;
    }

    /** The list as it stands now. */
    public OpenIssueList of(GoLiveKey key) {
        var plan = register.plan(key);
        var issues = Stream.of(
                        plan.knownIssues().stream().map(OpenIssues::knownIssue),
                        blockers.openOf(key).stream().map(blocker -> blocker(blocker, holder(key, Role.SUPPORT))),
                        signOffs.standingConditions(key).stream()
                                .map(condition -> condition(condition, holder(key, condition.owner()))),
                        stabilization.find(key).stream().flatMap(view -> signals(view, holder(key, Role.SUPPORT))))
                .flatMap(each -> each)
                .toList();
        return new OpenIssueList(key, issues, OperatingRhythm.of(plan, role -> holder(key, role)));
    }

    /**
     * The list as it stands now, for somebody who is to decide on it. It is kept, so that whoever decides on an outdated one
     * can be told what has changed since.
     */
    @Transactional
    public OpenIssueList present(GoLiveKey key) {
        var list = of(key);
        lists.keep(list);
        return list;
    }

    private String holder(GoLiveKey key, Role role) {
        return register.holder(key, role).orElse("");
    }

    private static OpenIssue knownIssue(Plan.KnownIssue issue) {
        return OpenIssue.of(
                issue.id(),
                issue.title(),
                issue.severity(),
                issue.workaround(),
                issue.owner(),
                "Known issue of the plan");
    }

    private static OpenIssue blocker(Blocker blocker, String supportOwner) {
        var source = blocker.step() == null
                ? "Blocker"
                : "Blocker of the step \"%s\"".formatted(blocker.step().title());
        return OpenIssue.of("blocker-" + blocker.id(), blocker.title(), Severity.HIGH, "", supportOwner, source);
    }

    private static OpenIssue condition(Condition condition, String owner) {
        var role = condition.signOff().role().title().toLowerCase(Locale.ROOT);
        return OpenIssue.of(
                "condition-" + condition.id(),
                condition.text(),
                Severity.MEDIUM,
                "To be met by %s".formatted(condition.due()),
                owner,
                "Condition of the %s".formatted(role));
    }

    private static Stream<OpenIssue> signals(StabilizationView view, String supportOwner) {
        var open = view.exceptions().stream()
                .filter(StabilizationView.ExceptionView::isOpen)
                .map(StabilizationView.ExceptionView::kind)
                .collect(toSet());
        return view.signals().stream()
                .filter(signal -> open.contains(signal.kind()) || isRaised(signal))
                .map(signal -> signal(signal, open, supportOwner));
    }

    private static boolean isRaised(SignalView signal) {
        return signal.state() != null && signal.state() != Reading.QUIET;
    }

    private static OpenIssue signal(SignalView signal, Set<?> open, String supportOwner) {
        var breached = open.contains(signal.kind()) || signal.state() == Reading.BREACH;
        return OpenIssue.of(
                "signal-" + signal.kind().slug(),
                breached
                        ? "%s: over the limit that was agreed"
                                .formatted(signal.kind().title())
                        : "%s: to be watched".formatted(signal.kind().title()),
                breached ? Severity.HIGH : Severity.LOW,
                "Limits: watch from %s, breach from %s (%s)"
                        .formatted(
                                Words.number(signal.limits().watch()),
                                Words.number(signal.limits().breach()),
                                signal.kind().unit()),
                supportOwner,
                "Signal of the stabilization period");
    }
}
