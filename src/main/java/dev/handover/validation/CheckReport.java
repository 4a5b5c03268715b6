package dev.handover.validation;

import dev.handover.checks.Symptom;
import dev.handover.shared.FreeText;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.List;

/** What a blocker says about checks that did not pass: those that failed first, and those that could not run apart from them. */
final class CheckReport {

    private static final String NOTHING_KNOWN = "Could not be checked, which says nothing about the customer's system:";

    private CheckReport() {}

    /** @param notPassed at least one */
    static Blocker.Report of(Step step, List<CheckRun> notPassed) {
        var failed = notPassed.stream().filter(run -> !run.isInconclusive()).toList();
        var unknown = notPassed.stream().filter(CheckRun::isInconclusive).toList();
        var symptom = failed.isEmpty() ? symptomOfUnknown(unknown) : symptomOf(failed);
        var title = failed.isEmpty() ? titleOfUnknown(unknown) : titleOf(failed);
        return new Blocker.Report(
                step,
                symptom,
                shortened(title, Blocker.Report.LONGEST_TITLE),
                shortened(detail(failed, unknown), FreeText.LONGEST));
    }

    private static String titleOf(List<CheckRun> failed) {
        var first = failed.get(0).name();
        return failed.size() == 1 ? first : "%d checks did not pass, first: %s".formatted(failed.size(), first);
    }

    private static String titleOfUnknown(List<CheckRun> unknown) {
        var first = unknown.get(0).name();
        return unknown.size() == 1
                ? "Could not be checked: " + first
                : "%d checks could not run, first: %s".formatted(unknown.size(), first);
    }

    private static String symptomOf(List<CheckRun> failed) {
        return failed.stream()
                .map(CheckRun::symptom)
                .filter(symptom -> symptom != null)
                .findFirst()
                .orElse(null);
    }

    /** What only an administrator can change comes first: waiting does not help there. */
    private static String symptomOfUnknown(List<CheckRun> unknown) {
        var notPermitted = Symptom.CHECK_NOT_PERMITTED.slug();
        return unknown.stream().anyMatch(run -> notPermitted.equals(run.symptom()))
                ? notPermitted
                : Symptom.CHECK_COULD_NOT_RUN.slug();
    }

    private static String detail(List<CheckRun> failed, List<CheckRun> unknown) {
        var lines = new ArrayList<String>();
        failed.forEach(
                run -> lines.add("%s: expected %s, observed %s".formatted(run.name(), run.expected(), run.observed())));
        if (!unknown.isEmpty()) {
            lines.add(NOTHING_KNOWN);
            unknown.forEach(run -> lines.add("%s: %s".formatted(run.name(), run.observed())));
        }
        return String.join("\n", lines);
    }

    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
