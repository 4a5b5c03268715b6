package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says who may act in a role of a go-live now, and for whom: its holder, or the holder's deputy in force.
 * Accepting a role is not among the acts: that is personal.
 */
@Service
@Transactional(readOnly = true)
public class Authority {

    private final GoLiveRegister register;
    private final Deputies deputies;
    private final SeparationOfDuties separation;

    Authority(GoLiveRegister register, Deputies deputies, SeparationOfDuties separation) {
        this.register = register;
        this.deputies = deputies;
        this.separation = separation;
    }

    /**
     * The person as somebody who acts in the role.
     *
     * @throws Refusal (not allowed) if they neither hold it nor stand for who does, or may not sign as a deputy
     */
    public Acting require(GoLiveKey key, Role role, String person) {
        var acting = register.holder(key, role)
                .flatMap(holder -> standsFor(holder, person))
                .orElseThrow(() -> Refusal.notAllowed(
                        "Only the %s may decide this, or a deputy while the period lasts.".formatted(role.inWords())));
        if (acting.isDeputy()) {
            separation.against(key, role, acting).ifPresent(why -> {
                throw Refusal.notAllowed(why.words());
            });
        }
        return acting;
    }

    /** The person as somebody who acts for the other: if they are the same, or as the deputy in force; otherwise empty. */
    public Optional<Acting> standsFor(String other, String person) {
        return person.equals(other)
                ? Optional.of(Acting.self(person))
                : deputyOf(other).filter(deputy -> deputy.by().equals(person));
    }

    /** The deputy in force of a person who is asked for something; empty if they have none. */
    public Optional<Acting> deputyOf(String person) {
        return deputies.inForce(person).map(deputy -> new Acting(deputy, person));
    }

    /** What speaks against the deputy acting in the role; empty if nothing does. */
    public Optional<Objection> against(GoLiveKey key, Role role, Acting deputy) {
        return separation.against(key, role, deputy);
    }
}
