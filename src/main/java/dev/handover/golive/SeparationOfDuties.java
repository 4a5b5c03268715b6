package dev.handover.golive;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Wording;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whoever wrote the plan never signs, and one person never holds two signing roles (product D3). Looked at after every
 * change of people, at those who hold the roles then: who was named later stands in no plan.
 */
@Component
class SeparationOfDuties {

    private final GoLiveRegister register;
    private final Deputies deputies;
    private final Directory directory;

    SeparationOfDuties(GoLiveRegister register, Deputies deputies, Directory directory) {
        this.register = register;
        this.deputies = deputies;
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

    /**
     * What speaks against a deputy signing in a role: they count as themselves and as the person they stand for. Somebody who
     * stands for two owners who sign does so for the first of them only; the second signs in person, or names somebody else.
     *
     * @return what does; empty if nothing does
     */
    Optional<Objection> against(GoLiveKey key, Role role, Acting acting) {
        if (!Role.signing().contains(role) || !acting.isDeputy()) {
            return Optional.empty();
        }
        var name = directory.nameOf(acting.by());
        if (writers(key).contains(acting.by())) {
            return Optional.of(new Objection(
                    "%s has written the plan, and so never signs, not as a deputy either.".formatted(name),
                    Phrase.of("wrote-the-plan", name)));
        }
        return Role.signing().stream()
                .filter(other -> other != role)
                .filter(other ->
                        holds(key, other, acting.by()) || other.compareTo(role) < 0 && standsIn(key, other, acting))
                .findFirst()
                .map(other -> new Objection(
                        "%s signs as %s already; one person never signs twice, not as a deputy either."
                                .formatted(name, other.inWords()),
                        Phrase.of("signs-already", name, new Wording.Name(other.inWords()))));
    }

    private boolean holds(GoLiveKey key, Role role, String person) {
        return register.holder(key, role).filter(person::equals).isPresent();
    }

    private boolean standsIn(GoLiveKey key, Role role, Acting acting) {
        return register.holder(key, role)
                .flatMap(deputies::inForce)
                .filter(acting.by()::equals)
                .isPresent();
    }

    private Set<String> writers(GoLiveKey key) {
        var writers = new HashSet<String>();
        writers.add(register.get(key).requester());
        register.planHistory(key).forEach(version -> writers.add(version.submittedBy()));
        return writers;
    }
}
