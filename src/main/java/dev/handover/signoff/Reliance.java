package dev.handover.signoff;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import java.util.Set;

/**
 * Which kinds of evidence a signing role relies on: a change in one of them outdates its approval, a change in another does
 * not. Together they cover all seven kinds. A port: declared in the decision table {@code reliance}.
 */
public interface Reliance {

    /**
     * The kinds of that role, never none.
     *
     * @throws IllegalArgumentException for a role that does not sign
     */
    Set<EvidenceKind> of(Role role);
}
