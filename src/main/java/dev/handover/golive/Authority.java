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
        var holder = register.holder(key, role).orElse(null);
        if (person.equals(holder)) {
            return Acting.self(person);
        }
        if (holder == null || !deputies.inForce(holder).filter(person::equals).isPresent()) {
            throw Refusal.notAllowed(
                    "Only the %s may decide this, or a deputy while the period lasts.".formatted(role.inWords()));
        }
        var acting = new Acting(person, holder);
        separation.against(key, role, acting).ifPresent(why -> {
            throw Refusal.notAllowed(why.words());
        });
        return acting;
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
