package dev.handover.golive;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whoever wrote the plan never signs, and one person never holds two signing roles (product D3). Looked at after every
 * change of people, at those who hold the roles then: who was named later stands in no plan.
 */
@Component
class SeparationOfDuties {

    private final GoLiveRegister register;
    private final Directory directory;

    SeparationOfDuties(GoLiveRegister register, Directory directory) {
        this.register = register;
        this.directory = directory;
    }

    /** @throws Refusal (invalid input) naming the person and what speaks against them */
    void require(GoLiveKey key) {
        var writers = writers(key);
        var signing = new EnumMap<Role, String>(Role.class);
        register.people(key).stream()
                .filter(each -> each.holds() && Role.signing().contains(each.role()))
                .forEach(each -> signing.put(each.role(), each.userId()));
        var seen = new HashSet<String>();
        signing.forEach((role, user) -> {
            if (writers.contains(user)) {
                throw Refusal.invalidInput("%s has written the plan, and so never signs. Name another %s."
                        .formatted(directory.nameOf(user), role.inWords()));
            }
            if (!seen.add(user)) {
                throw Refusal.invalidInput(
                        "%s holds another signing role; one person never signs twice. Name another %s."
                                .formatted(directory.nameOf(user), role.inWords()));
            }
        });
    }

    private Set<String> writers(GoLiveKey key) {
        var writers = new HashSet<String>();
        writers.add(register.get(key).requester());
        register.planHistory(key).forEach(version -> writers.add(version.submittedBy()));
        return writers;
    }
}
