package dev.handover.board.briefing;

import dev.handover.access.ConfirmedIdentity;
import dev.handover.plan.Plan;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The place where whoever signs confirms who they are, where that is asked. */
@Component
class IdentitySection {

    private final ConfirmedIdentity confirmed;

    IdentitySection(ConfirmedIdentity confirmed) {
        this.confirmed = confirmed;
    }

    /** Empty if nobody asks for it. */
    Optional<Section> of(Plan plan) {
        return confirmed.isAsked(plan.signOff().confirmIdentity())
                ? Optional.of(new Section.Confirmation(
                        "Confirm that it is you",
                        "Whoever signs here proves once more who they are. Without it the decision below is refused, and nothing is lost.",
                        confirmed.until().orElse(null),
                        confirmed.provider()))
                : Optional.empty();
    }
}
