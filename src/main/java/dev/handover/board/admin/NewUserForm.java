package dev.handover.board.admin;

import dev.handover.access.AccountStore.NewAccount;
import dev.handover.access.Group;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The form as it was sent: every field may be missing or wrong. @param groups ids; unknown ones are left out */
record NewUserForm(String userId, String name, String email, String password, List<String> groups) {

    static final NewUserForm EMPTY = new NewUserForm("", "", "", "", List.of());

    NewAccount account() {
        return new NewAccount(userId, name, email, password, groups(groups));
    }

    static Set<Group> groups(List<String> ids) {
        return (ids == null ? List.<String>of() : ids)
                .stream().flatMap(id -> Group.find(id).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is ticked. */
    public boolean has(Group group) {
        return groups != null && groups.contains(group.id());
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewUserForm[userId=%s]".formatted(userId);
    }
}
