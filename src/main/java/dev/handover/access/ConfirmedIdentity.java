package dev.handover.access;

import dev.handover.shared.Refusal;
import dev.handover.signoff.SignerProof;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks for a fresh proof of who somebody is before they sign, where the plan or the installation wants one. */
@Component
public class ConfirmedIdentity implements SignerProof {

    private final ConfirmationSettings settings;
    private final LoginWays ways;
    private final Clock clock;

    ConfirmedIdentity(ConfirmationSettings settings, LoginWays ways, Clock clock) {
        this.settings = settings;
        this.ways = ways;
        this.clock = clock;
    }

    @Override
    public void require(boolean asked) {
        if (isAsked(asked) && until().isEmpty()) {
            throw Refusal.identityNotConfirmed(
                    "Confirm that it is you before you sign: enter your password again above the form, or at"
                            + " /confirm-identity. Nothing was signed yet; what you typed stays.");
        }
    }

    /** Whether signatures need it, by the plan or by the settings of the installation. */
    public boolean isAsked(boolean byPlan) {
        return byPlan || settings.always();
    }

    /** What the identity provider is called at which the person of this request logs in; null if they do so by a password here. */
    public String provider() {
        return Proof.of(SecurityContextHolder.getContext().getAuthentication()).atProvider() ? ways.provider() : null;
    }

    /** Until when the person of this request may sign; empty if they have to prove first who they are. */
    public Optional<Instant> until() {
        var proof = Proof.of(SecurityContextHolder.getContext().getAuthentication());
        return proof.isFrom(clock.instant().minus(settings.validFor()))
                ? Optional.of(proof.at().plus(settings.validFor()))
                : Optional.empty();
    }
}
