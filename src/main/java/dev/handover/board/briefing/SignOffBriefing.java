package dev.handover.board.briefing;

import dev.handover.access.CurrentUser;
import dev.handover.board.OpenTask;
import dev.handover.board.ReaderZone;
import dev.handover.board.Times;
import dev.handover.evidence.Manifest;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.ConditionLedger;
import dev.handover.signoff.Readiness;
import dev.handover.signoff.ReadinessDecision;
import dev.handover.signoff.ShownManifests;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The three who sign: how ready it is, the very evidence they sign, what changed since they signed last, and what remains open. */
@Component
class SignOffBriefing implements BriefingComposer {

    private static final Map<String, Role> ROLES = Map.of(
            "UserTask_SignOffBusiness", Role.BUSINESS,
            "UserTask_SignOffEnvironment", Role.ENVIRONMENT,
            "UserTask_ApproveChange", Role.CHANGE);

    private final GoLiveRegister register;
    private final SignOffRound round;
    private final Readiness readiness;
    private final ValidationSteps steps;
    private final SignOffChanges changes;
    private final EvidenceSections evidence;
    private final IdentitySection identity;
    private final ConditionLedger ledger;
    private final ShownManifests shown;
    private final CurrentUser user;
    private final Names names;
    private final ReaderZone zone;

    SignOffBriefing(
            GoLiveRegister register,
            SignOffRound round,
            Readiness readiness,
            ValidationSteps steps,
            SignOffChanges changes,
            EvidenceSections evidence,
            IdentitySection identity,
            ConditionLedger ledger,
            ShownManifests shown,
            CurrentUser user,
            Names names,
            ReaderZone zone) {
        this.register = register;
        this.round = round;
        this.readiness = readiness;
        this.steps = steps;
        this.changes = changes;
        this.evidence = evidence;
        this.identity = identity;
        this.ledger = ledger;
        this.shown = shown;
        this.user = user;
        this.names = names;
        this.zone = zone;
    }

    @Override
    public Set<String> elements() {
        return ROLES.keySet();
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var key = task.goLive();
        var role = ROLES.get(task.element());
        var plan = register.plan(key);
        var manifest = round.present(key, role);
        var look = look(task, role, manifest);
        var verdict = readiness.assess(key);
        briefing.asking(question(role))
                .fact("You sign as", role.title())
                .fact("You rely on", kinds(manifest.kinds()))
                .fact("Readiness", badge(verdict))
                .fact("Why", verdict.reason());
        if (role == Role.CHANGE) {
            briefing.section(signatures(key));
        }
        briefing.section(validation(key))
                .section(changes.sinceLook(key, look, manifest, new Times(zone.of(register.get(key)))))
                .section(changes.since(key, role, manifest))
                .section(evidence.signed(key, manifest, look == null ? null : look.manifest()))
                .section(PlanSections.knownIssues(plan))
                .section(conditions(key))
                .section(PlanSections.criteria(plan))
                .stamp("manifest", manifest.digest());
        identity.of(plan).ifPresent(briefing::section);
        consequences(briefing, key, role);
    }

    /** What whose task it is saw before; what they see now is remembered. Others who look leave no trace in it. */
    private ShownManifests.Look look(OpenTask task, Role role, Manifest manifest) {
        var person = user.viewer().userId();
        if (!task.isHeldBy(person)) {
            return null;
        }
        var reader = new ShownManifests.Reader(task.goLive(), person, role);
        var before = shown.before(reader, manifest).orElse(null);
        shown.shown(reader, manifest);
        return before;
    }

    private static String question(Role role) {
        return switch (role) {
            case BUSINESS -> "Does the product do what the business needs, well enough to go live in this window?";
            case ENVIRONMENT -> "Is the environment fit for production use in this window?";
            default -> "May this change be released in this window?";
        };
    }

    private static String kinds(List<EvidenceKind> relied) {
        return relied.size() == EvidenceKind.values().length
                ? "All kinds of evidence"
                : relied.stream().map(EvidenceKind::title).collect(Collectors.joining(", "));
    }

    private static Value badge(ReadinessDecision.Verdict verdict) {
        return switch (verdict.verdict()) {
            case "ready" -> Value.good("ready");
            case "ready-with-conditions" -> Value.warning("ready with conditions");
            default -> Value.bad("not ready");
        };
    }

    private Section validation(GoLiveKey key) {
        var rows = steps.of(key).stream().map(this::step).toList();
        return new Section.Table(
                "What was validated",
                "",
                List.of("Step", "State", "Confirmed by", "When", "In their words"),
                rows,
                "Validation has not begun.");
    }

    private List<Value> step(StepProgress progress) {
        return List.of(
                Value.of(progress.step().title()),
                progress.isPassed() ? Value.good("passed") : Value.bad("open"),
                Value.of(names.of(progress.confirmedBy())),
                Value.of(progress.confirmedAt()),
                Value.of(progress.note() == null ? "–" : progress.note()));
    }

    private Section conditions(GoLiveKey key) {
        var rows =
                ledger.standing(key).stream().map(each -> condition(key, each)).toList();
        return new Section.Table(
                "Conditions",
                "",
                List.of("Condition", "State", "To be met by", "Owner", "Set by"),
                rows,
                "Nobody has set a condition.");
    }

    private List<Value> condition(GoLiveKey key, ConditionLedger.Entry entry) {
        var condition = entry.condition();
        return List.of(
                Value.of(condition.text()),
                switch (entry.state()) {
                    case OPEN -> Value.warning("open");
                    case OVERDUE, EXPIRED -> Value.bad(entry.state().slug());
                    case MET -> Value.good("met");
                    case WAIVED, LAPSED -> Value.neutral(entry.state().slug());
                },
                Value.of("%s, expires %s".formatted(Times.show(condition.due()), Times.show(condition.expires()))),
                Value.of(names.holder(key, condition.owner())),
                Value.of(condition.signOff().role().title()));
    }

    private Section signatures(GoLiveKey key) {
        var rows = round.current(key).stream()
                .filter(each -> each.role() != Role.CHANGE)
                .map(each -> List.of(
                        Value.of(each.role().title()),
                        each.state() == SignOff.State.APPROVED ? Value.good("signed") : Value.bad("not signed"),
                        Value.of(names.of(each.acting())),
                        Value.of(each.decidedAt()),
                        Value.of(each.reason() == null ? "–" : each.reason())))
                .toList();
        return new Section.Table(
                "Who has signed", "", List.of("Role", "State", "By", "When", "In their words"), rows, "Nobody yet.");
    }

    private void consequences(Briefing.Writer briefing, GoLiveKey key, Role role) {
        var next = role == Role.CHANGE
                ? "The release waits for its window; then %s decides on go."
                        .formatted(names.holder(key, Role.PRODUCTION))
                : "Once business and environment owner have both signed, %s is asked to approve the change."
                        .formatted(names.holder(key, Role.CHANGE));
        briefing.consequence("Approve", next)
                .consequence(
                        "Approve with conditions",
                        next
                                + " Your conditions are shown to everybody who decides after you; an overdue one holds the go-live, and one that expires takes your approval back.")
                .consequence(
                        "Reject", "All sign-offs of this round end; the step you name is checked and confirmed anew.")
                .consequence("No decision", "Silence never approves: at the cut-off the window is given up.");
    }
}
