package dev.handover.validation;

import dev.handover.checks.CheckResult;
import dev.handover.checks.Symptom;
import dev.handover.checks.Verdict;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.CriterionAction;
import dev.handover.plan.Plan.Severity;
import dev.handover.shared.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a machine can say about a step from the plan alone, without asking the customer's systems. */
@Component
class PlanChecks {

    private static final String CONTACTS = "support-contacts";
    private static final String WORKAROUNDS = "known-issues-have-workarounds";
    private static final String CRITERIA = "rollback-and-pause-criteria";

    private final Clock clock;

    PlanChecks(Clock clock) {
        this.clock = clock;
    }

    List<CheckResult> run(Step step, Plan plan) {
        return switch (step) {
            case OPERATIONS -> List.of(contacts(plan));
            case KNOWN_ISSUES -> List.of(workarounds(plan));
            case ROLLBACK_CRITERIA -> List.of(criteria(plan));
            default -> List.of();
        };
    }

    /** Ids of the checks that {@link #run} gives for a step. */
    List<String> ids(Step step) {
        return switch (step) {
            case OPERATIONS -> List.of(CONTACTS);
            case KNOWN_ISSUES -> List.of(WORKAROUNDS);
            case ROLLBACK_CRITERIA -> List.of(CRITERIA);
            default -> List.of();
        };
    }

    private CheckResult contacts(Plan plan) {
        var faults = plan.supportContacts().all().stream()
                .flatMap(contact ->
                        Phones.fault(contact.phone()).map(fault -> "%s: %s".formatted(contact.name(), fault)).stream())
                .toList();
        return result(
                CONTACTS,
                "Support contacts can be reached in the escalation window",
                faults.isEmpty(),
                "e-mail and a telephone number that can exist for each of the three contacts",
                faults.isEmpty() ? "all three have both" : String.join("; ", faults),
                Symptom.SUPPORT_UNCLEAR);
    }

    private CheckResult workarounds(Plan plan) {
        var open = plan.knownIssues().stream()
                .filter(issue -> issue.severity().compareTo(Severity.MEDIUM) >= 0)
                .filter(issue -> isBlank(issue.workaround()) || isBlank(issue.owner()))
                .map(Plan.KnownIssue::id)
                .toList();
        return result(
                WORKAROUNDS,
                "Known issues of medium severity and above have a workaround and an owner",
                open.isEmpty(),
                "a workaround and an owner for each",
                open.isEmpty()
                        ? "%d known issues recorded, none without"
                                .formatted(plan.knownIssues().size())
                        : "missing for " + String.join(", ", open),
                Symptom.EVIDENCE_INCOMPLETE);
    }

    private CheckResult criteria(Plan plan) {
        var actions = plan.criteria().stream().map(Plan.Criterion::action).collect(Collectors.toSet());
        var expectation = plan.releaseWindow().rollbackExpectation();
        var complete = actions.contains(CriterionAction.ROLL_BACK) && !isBlank(expectation);
        return result(
                CRITERIA,
                "Rollback criteria and expectation are agreed",
                complete,
                "at least one rollback criterion, and what is expected of a rollback",
                "%d criteria%s%s"
                        .formatted(
                                plan.criteria().size(),
                                actions.contains(CriterionAction.ROLL_BACK) ? "" : ", none of them for a rollback",
                                isBlank(expectation) ? ", no rollback expectation" : ""),
                Symptom.EVIDENCE_INCOMPLETE);
    }

    private CheckResult result(
            String id, String name, boolean passed, String expected, String observed, Symptom symptom) {
        return new CheckResult(
                id,
                name,
                passed ? Verdict.PASSED : Verdict.FAILED,
                expected,
                observed,
                passed ? null : symptom,
                Duration.ZERO,
                clock.instant(),
                null);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
