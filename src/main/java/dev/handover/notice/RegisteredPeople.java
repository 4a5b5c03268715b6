package dev.handover.notice;

import dev.handover.golive.Deputies;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** From the deputies that are named and the go-lives that run. Nobody stands in for the requester. */
@Component
class RegisteredPeople implements GoLivePeople {

    private final Deputies deputies;
    private final GoLiveRegister register;

    RegisteredPeople(@Lazy Deputies deputies, @Lazy GoLiveRegister register) {
        this.deputies = deputies;
        this.register = register;
    }

    @Override
    public Optional<String> deputyOf(GoLiveKey key, String person) {
        return deputies.inForce(person)
                .filter(deputy -> !register.get(key).requester().equals(person));
    }

    @Override
    public ZoneId usualZone(String person) {
        return deputies.usualZone(person);
    }
}
