package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Naming somebody for a role that is open or was declined. */
@Component
class NameOwnerBriefing implements BriefingComposer {

    private final GoLiveRegister register;
    private final Directory directory;
    private final Names names;

    NameOwnerBriefing(GoLiveRegister register, Directory directory, Names names) {
        this.register = register;
        this.directory = directory;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_NameOwner");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var role = task.role().orElseThrow();
        briefing.asking("Who shall be the %s of this go-live?"
                        .formatted(role.title().toLowerCase(java.util.Locale.ROOT)))
                .section(new Section.Listing("What the role asks of a person", Duties.of(role), ""))
                .section(declined(task.goLive(), role))
                .section(others(task.goLive()))
                .people(directory.owners())
                .consequence("Name", "The person is asked to accept the role; if they decline, you are asked again.");
    }

    private Section declined(GoLiveKey goLive, Role role) {
        var rows = register.people(goLive).stream()
                .filter(each -> each.role() == role && each.state() == Participant.State.DECLINED)
                .map(each ->
                        List.of(Value.of(names.of(each.userId())), Value.of(each.decidedAt()), Value.of(each.reason())))
                .toList();
        return new Section.Table(
                "Who declined", "", List.of("Person", "When", "Why"), rows, "Nobody was asked for this role before.");
    }

    private Section others(GoLiveKey goLive) {
        var rows = register.people(goLive).stream()
                .filter(each -> each.role() != Role.VALIDATOR)
                .map(each -> List.of(
                        Value.of(each.role().title()),
                        Value.of(names.of(each.userId())),
                        Value.of(each.state().name().toLowerCase(java.util.Locale.ROOT))))
                .toList();
        return new Section.Table(
                "Who has which role",
                "The requester never signs, and one person never holds two signing roles (business acceptance, environment,"
                        + " change approval).",
                List.of("Role", "Person", "State"),
                rows,
                "Nobody has a role yet.");
    }
}
