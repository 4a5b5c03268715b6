package dev.handover.plan;

import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.shared.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new version of a plan changes, and what has to be done again because of it.
 *
 * @param differences each field that differs, in the order of the document; times as instants, defaults included
 * @param reopens the validated steps that relied on a field that differs; never {@link Step#SIGN_OFF}
 * @param changedOwners the owner roles that have another holder now, or one for the first time, or none any more
 * @param windowMoved whether the window starts or ends at another point in time, so that approvals of the old one lapse
 */
public record PlanChange(
        List<Difference> differences, Set<Step> reopens, Set<Role> changedOwners, boolean windowMoved) {

    private static final int MOST_TOLD = 5;

    /**
     * One field that differs.
     *
     * @param path as in a JSON pointer, except that an item of a list goes by its id, account or name where it has one
     * @param before null if it was not there; @param after null if it is not there any more
     */
    public record Difference(String path, String before, String after) {}

    public PlanChange {
        differences = List.copyOf(differences);
        reopens = Collections.unmodifiableSet(reopens);
        changedOwners = Collections.unmodifiableSet(changedOwners);
    }

    /**
     * Compares two versions of the plan of one go-live. The order of items does not count.
     *
     * @throws Refusal (conflict) if they are plans for different customers or environments
     */
    public static PlanChange between(Plan before, Plan after) {
        refuseOther("customer", before.customer().id(), after.customer().id());
        refuseOther(
                "environment", before.environment().label(), after.environment().label());
        Differences differences = Differences.between(PlanTree.byKey(before), PlanTree.byKey(after));
        EnumSet<Role> changedOwners = EnumSet.noneOf(Role.class);
        Role.owners().stream()
                .filter(role -> !before.owner(role).equals(after.owner(role)))
                .forEach(changedOwners::add);
        return new PlanChange(
                differences.all(),
                differences.dependentSteps(),
                changedOwners,
                !isSameWindow(before.releaseWindow(), after.releaseWindow()));
    }

    /** The first few differences in words, for people. */
    public String summary() {
        String first = differences.stream()
                .limit(MOST_TOLD)
                .map(each -> "%s: %s → %s".formatted(each.path(), told(each.before()), told(each.after())))
                .collect(Collectors.joining("; "));
        int more = differences.size() - MOST_TOLD;
        return more > 0 ? first + "; and %d more".formatted(more) : first;
    }

    /**
     * The first few differences for mails.
     *
     * @param before what is said before them: keys of phrases without values
     */
    public List<Phrase> said(String... before) {
        List<Phrase> said = new ArrayList<>();
        Stream.of(before).map(Phrase::of).forEach(said::add);
        differences.stream()
                .limit(MOST_TOLD)
                .map(each -> Phrase.of(
                        "plan-difference", each.path(), Wording.ofKept(each.before()), Wording.ofKept(each.after())))
                .forEach(said::add);
        int more = differences.size() - MOST_TOLD;
        if (more > 0) {
            said.add(Phrase.of("and-more", more));
        }
        return said;
    }

    private static String told(String value) {
        return value == null ? "none" : value;
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    private static boolean isSameWindow(Plan.ReleaseWindow before, Plan.ReleaseWindow after) {
        return before.start().equals(after.start()) && before.end().equals(after.end());
    }

    private static void refuseOther(String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            throw Refusal.conflict(
                    "The plan is for the %s \"%s\", but this go-live is for \"%s\". Submit it as a go-live of its own."
                            .formatted(what, after, before));
        }
    }
}
