package dev.handover.process;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.util.Optional;

/** Who stands in for somebody who does not answer. */
interface DeputyOnCall {

    /**
     * Lets the deputy of a role's holder decide in the holder's place from now on, if there is one.
     *
     * @return user id of the deputy; empty if nobody stands in
     */
    Optional<String> ask(GoLiveKey goLive, Role role);
}
