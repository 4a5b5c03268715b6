package dev.handover.notice;

import dev.handover.golive.Deputies;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** From the plan in force. Validators have no part in the release; nobody stands in for the requester. */
@Component
class RegisteredWindows implements ReleaseWindows {

    private final GoLiveRegister register;
    private final Deputies deputies;

    RegisteredWindows(GoLiveRegister register, Deputies deputies) {
        this.register = register;
        this.deputies = deputies;
    }

    @Override
    public ReleaseWindow windowOf(GoLiveKey key) {
        var goLive = register.get(key);
        return new ReleaseWindow(
                goLive.windowStart(), goLive.windowEnd(), goLive.phase() == Phase.RELEASE, people(goLive));
    }

    private List<Invitee> people(GoLive goLive) {
        var holders = register.people(goLive.key()).stream()
                .filter(each -> each.holds() && each.role() != Role.VALIDATOR)
                .map(Participant::userId)
                .distinct()
                .toList();
        var people = new TreeMap<String, Invitee>();
        holders.forEach(holder -> people.put(holder, new Invitee(holder, null)));
        holders.stream()
                .filter(holder -> !holder.equals(goLive.requester()))
                .forEach(holder -> deputies.inForce(holder, goLive.windowStart())
                        .ifPresent(deputy -> people.putIfAbsent(deputy, new Invitee(deputy, holder))));
        return List.copyOf(people.values());
    }
}
