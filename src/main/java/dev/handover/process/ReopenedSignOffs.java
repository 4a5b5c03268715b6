package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.notice.TaskNotice;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells an owner that their sign-off no longer stands, and asks for it anew, in one notice where the task comes at once. Else the
 * news comes first, since somebody may rely on the approval, and the task by a notice of its own.
 */
@Component
class ReopenedSignOffs {

    private final SignOffRound round;
    private final GoLiveRegister register;
    private final Notices notices;
    private final ProcessProperties properties;
    private final Clock clock;

    ReopenedSignOffs(
            @Lazy SignOffRound round,
            @Lazy GoLiveRegister register,
            @Lazy Notices notices,
            ProcessProperties properties,
            Clock clock) {
        this.round = round;
        this.register = register;
        this.notices = notices;
        this.properties = properties;
        this.clock = clock;
    }

    /** Approvals were taken back; the process goes on to ask for them anew. */
    void takenBack(GoLiveKey key, List<Role> roles) {
        roles.stream()
                .filter(role -> !isAskedAtOnce(key, role))
                .forEach(role -> takenBack(key, role)
                        .ifPresent(signOff -> register.holder(key, role)
                                .filter(holder -> hasSigned(holder, signOff))
                                .ifPresent(holder -> notices.tell(
                                        key,
                                        NoticeKind.SIGN_OFF_REOPENED,
                                        List.of(holder),
                                        news(signOff).build()))));
    }

    /** The change is approved after the others have signed, and nobody signs for a window that is lost. */
    private boolean isAskedAtOnce(GoLiveKey key, Role role) {
        return role != Role.CHANGE
                && properties.cutOff(register.get(key).windowStart()).isAfter(clock.instant());
    }

    /** Tells of a task in which a role signs: to who signed before, with the news; to anybody else as of any task. */
    void waiting(TaskNotice task, Role role) {
        var signed = takenBack(task.key(), role);
        var owner = register.holder(task.key(), role);
        if (signed.isPresent()
                && owner.filter(who -> hasSigned(who, signed.get())).isPresent()) {
            var news = news(signed.get())
                    .number(task.handing())
                    .task(task.taskId(), task.taskName())
                    .asking(task.asks())
                    .until(task.due());
            notices.taskWaiting(task, NoticeKind.SIGN_OFF_REOPENED, owner.get(), news.build());
        } else {
            notices.taskWaiting(task);
        }
    }

    /** What is not any more as it was when the role signed last; empty if it did not, or its signature stands. */
    List<Phrase> changes(GoLiveKey key, Role role) {
        return round.lastOutdated(key, role).map(SignOff::outdatedSaid).orElse(List.of());
    }

    private Optional<SignOff> takenBack(GoLiveKey key, Role role) {
        return round.lastOutdated(key, role).filter(SignOff::wasTakenBack);
    }

    /** In person or by a deputy. */
    private static boolean hasSigned(String owner, SignOff signOff) {
        return signOff.acting().persons().contains(owner);
    }

    private Facts.Builder news(SignOff signOff) {
        return Facts.about("sign-off-" + signOff.id())
                .pointing(signOff.outdatedSaid())
                .in(register.get(signOff.goLive()).zone());
    }
}
