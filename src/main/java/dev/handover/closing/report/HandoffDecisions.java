package dev.handover.closing.report;

import dev.handover.closing.Acceptance;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.shared.Role;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How a handoff begins and ends: owners take their roles on, and the customer owner takes over. */
@Component
class HandoffDecisions implements DecisionSource {

    private final GoLiveRegister register;
    private final Acceptance acceptance;

    HandoffDecisions(GoLiveRegister register, Acceptance acceptance) {
        this.register = register;
        this.acceptance = acceptance;
    }

    @Override
    public Stream<Decision> decisions(Subject subject) {
        var roles = register.people(subject.key()).stream()
                .filter(each -> each.decidedAt() != null)
                .map(HandoffDecisions::role);
        var takenOver = acceptance.of(subject.key()).stream()
                .map(each -> new Decision(
                        each.at(),
                        each.by(),
                        Role.CUSTOMER.title(),
                        "Accepted the open issues and the operating rhythm",
                        each.words(),
                        Cell.digest(each.list().digest())
                                .to(DocumentsChapter.anchor(each.list().digest().sha256()))));
        return Stream.concat(roles, takenOver);
    }

    private static Decision role(Participant person) {
        var accepted = person.state() == Participant.State.ACCEPTED;
        return new Decision(
                person.decidedAt(),
                person.userId(),
                person.role().title(),
                accepted ? "Accepted the role" : "Declined the role",
                person.reason(),
                Cell.of("The plan").to("scope"));
    }
}
