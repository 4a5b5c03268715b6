package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Taking a role on, at the beginning or after a change of plan. */
@Component
class AcceptRoleBriefing implements BriefingComposer {

    private final GoLiveRegister register;
    private final Names names;

    AcceptRoleBriefing(GoLiveRegister register, Names names) {
        this.register = register;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_AcceptRole", "UserTask_AcceptChangedRole");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var role = task.role().orElseThrow();
        var plan = register.plan(task.goLive());
        briefing.asking("You are named as %s. Do you take the role?"
                        .formatted(role.title().toLowerCase(java.util.Locale.ROOT)))
                .fact("Requested by", names.holder(task.goLive(), Role.REQUESTER))
                .section(new Section.Listing("What the role asks of you", Duties.of(role), ""))
                .section(PlanSections.scope(plan))
                .section(PlanSections.contacts(plan.supportContacts()))
                .consequence("Accept", "You hold the role from now on; you get a mail for each task of yours.")
                .consequence(
                        "Decline",
                        "%s is asked to name somebody else.".formatted(names.holder(task.goLive(), Role.REQUESTER)));
    }
}
