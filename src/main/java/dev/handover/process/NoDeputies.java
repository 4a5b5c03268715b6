package dev.handover.process;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As long as nobody can name a deputy, nobody stands in, and the requester is told so. */
@Component
class NoDeputies implements DeputyOnCall {

    @Override
    public Optional<String> ask(GoLiveKey goLive, Role role) {
        return Optional.empty();
    }
}
