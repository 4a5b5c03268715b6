package dev.handover.signoff;

import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been done about sign-offs that nobody gives. Everything is remembered with the sign-off, in the transaction that
 * does it, so that a job that runs twice does nothing twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PendingSignOffs {

    private final SignOffRound round;
    private final GoLiveRegister register;
    private final Clock clock;

    PendingSignOffs(SignOffRound round, GoLiveRegister register, Clock clock) {
        this.round = round;
        this.register = register;
        this.clock = clock;
    }

    /** Sign-offs that are asked for and not decided, while nobody else does anything about them. */
    public List<SignOff> hold(GoLiveKey key) {
        register.hold(key);
        return round.current(key).stream()
                .filter(each -> each.state() == SignOff.State.PENDING)
                .toList();
    }

    /** Counts a reminder. */
    public void reminded(SignOff pending) {
        pending.reminded(now());
    }

    /** @return true if the deputy was not asked before; it is remembered then */
    public boolean askDeputy(SignOff pending) {
        if (pending.deputyAskedAt() != null) {
            return false;
        }
        pending.deputyAsked(now());
        return true;
    }

    /** @return true if nobody was asked to step in today, by the clocks of the go-live; it is remembered then */
    public boolean escalate(GoLiveKey key, SignOff pending) {
        var now = now();
        if (pending.escalatedAt() != null && day(key, pending.escalatedAt()).equals(day(key, now))) {
            return false;
        }
        pending.escalated(now);
        return true;
    }

    private LocalDate day(GoLiveKey key, Instant at) {
        return at.atZone(register.get(key).zone()).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
