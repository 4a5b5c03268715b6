package dev.handover.signoff;

import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who meets the conditions of one approval, and by when.
 *
 * @param owner role whose holder meets them
 * @param due last day to meet them in time; days are in the zone of the plan
 * @param expires last day the approval holds without them
 */
record ConditionTerms(Role owner, LocalDate due, LocalDate expires) {

    /** Days after the due day, if no expiry day is given. */
    static final int USUAL_GRACE = 14;

    private static final int FARTHEST_YEARS = 5;

    /** Those who can be asked to do something. Approving the change is no work on it, and validators are many. */
    private static final Set<Role> OWNERS =
            EnumSet.of(Role.REQUESTER, Role.PRODUCTION, Role.SUPPORT, Role.BUSINESS, Role.ENVIRONMENT, Role.CUSTOMER);

    /**
     * As a form has them.
     *
     * @param owner null for the project team
     * @param expires null for {@value #USUAL_GRACE} days after the due day
     * @param today in the zone of the plan
     * @throws Refusal (invalid input) for a role that meets no conditions, without a due day, and for days that are past, years
     *     away or in the wrong order
     */
    static ConditionTerms of(Role owner, LocalDate due, LocalDate expires, LocalDate today) {
        var meeting = owner == null ? Role.REQUESTER : owner;
        if (!OWNERS.contains(meeting)) {
            throw Refusal.invalidInput(
                    "The %s meets no conditions; choose another owner.".formatted(meeting.inWords()));
        }
        if (due == null) {
            throw Refusal.invalidInput("Say by which day the conditions are to be met.");
        }
        requirePlausible("are to be met by", due, today);
        var until = expires == null ? due.plusDays(USUAL_GRACE) : expires;
        if (until.isBefore(due)) {
            throw Refusal.invalidInput(
                    "The conditions would expire on %s, before they are due on %s. Choose a later day."
                            .formatted(until, due));
        }
        if (expires != null) {
            requirePlausible("expire on", expires, today);
        }
        return new ConditionTerms(meeting, due, until);
    }

    private static void requirePlausible(String what, LocalDate day, LocalDate today) {
        if (day.isBefore(today) || day.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Refusal.invalidInput("The conditions %s %s; choose a day from %s on, within %d years."
                    .formatted(what, day, today, FARTHEST_YEARS));
        }
    }
}
