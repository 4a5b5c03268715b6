package dev.handover.board.admin;

import dev.handover.access.Account;
import dev.handover.access.Group;
import dev.handover.board.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user on the pages of admins.
 *
 * @param groups titles, in the order of groups
 * @param lastLogin empty if there was none
 * @param states what is odd about the account, the worst first; empty for most
 */
record UserLine(
        String id,
        String name,
        String email,
        String groups,
        String lastLogin,
        List<State> states,
        Set<Group> memberOf,
        boolean disabled,
        boolean unlockable,
        boolean atProvider) {

    /** @param style name of the style class */
    record State(String word, String style) {}

    static UserLine of(Account account, Times times) {
        return new UserLine(
                account.userId(),
                account.name(),
                account.email() == null ? "–" : account.email(),
                account.groups().isEmpty()
                        ? "none"
                        : account.groups().stream()
                                .sorted(Comparator.naturalOrder())
                                .map(Group::title)
                                .collect(Collectors.joining(", ")),
                account.lastLogin() == null ? "" : times.showWithZone(account.lastLogin()),
                states(account, times),
                account.groups(),
                account.disabled(),
                account.attempts() > 0,
                account.atProvider());
    }

    private static List<State> states(Account account, Times times) {
        var states = new ArrayList<State>();
        if (account.disabled()) {
            states.add(new State("disabled", "bad"));
        }
        if (account.locked()) {
            states.add(new State("locked after %d wrong passwords".formatted(account.attempts()), "bad"));
        } else if (account.waitsUntil() != null) {
            states.add(new State("waits until " + times.showWithZone(account.waitsUntil()), "warning"));
        }
        if (account.atProvider()) {
            states.add(new State("logs in at the provider", "plain"));
        }
        return states;
    }
}
