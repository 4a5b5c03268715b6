package dev.handover.process;

import dev.handover.golive.Absences;
import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.process.Assignment.Asked;
import dev.handover.shared.GoLiveKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells requester and owner that a deputy is not asked, and the requester that somebody is away for whom nobody stands in, so
 * that somebody sees to it before the window is lost.
 */
@Component
class DeputyNotices {

    private final GoLiveRegister register;
    private final Absences absences;
    private final Notices notices;

    DeputyNotices(@Lazy GoLiveRegister register, @Lazy Absences absences, @Lazy Notices notices) {
        this.register = register;
        this.absences = absences;
        this.notices = notices;
    }

    /** Each is told once for each task; nothing if whoever is asked is there. */
    void about(GoLiveKey key, String taskId, String taskName, Asked asked) {
        var name = TaskName.alone(taskName, register.get(key));
        if (asked.passedOver() != null) {
            passedOver(key, taskId, name, asked);
        } else {
            away(key, taskId, name, asked.acting().by());
        }
    }

    private void passedOver(GoLiveKey key, String taskId, String taskName, Asked asked) {
        var deputy = asked.passedOver();
        notices.tell(
                key,
                NoticeKind.DEPUTY_NOT_ASKED,
                List.of(register.get(key).requester(), deputy.onBehalfOf()),
                Facts.about(subject(taskId, deputy))
                        .task(taskId, taskName)
                        .saying(asked.why())
                        .by(deputy.onBehalfOf())
                        .in(register.get(key).zone())
                        .build());
    }

    private static String subject(String taskId, Acting deputy) {
        return subject(taskId, deputy.by());
    }

    /** Somebody who is away and wrote the plan has nobody else to tell. */
    private void away(GoLiveKey key, String taskId, String taskName, String asked) {
        var goLive = register.get(key);
        absences.gapNow(asked)
                .filter(gap -> !goLive.requester().equals(asked))
                .ifPresent(gap -> notices.tell(
                        key,
                        NoticeKind.NOBODY_STANDS_IN,
                        List.of(goLive.requester()),
                        Facts.about(subject(taskId, "away " + gap.until()))
                                .task(taskId, taskName)
                                .by(asked)
                                .until(gap.until())
                                .in(goLive.zone())
                                .build()));
    }

    private static String subject(String taskId, String what) {
        return UUID.nameUUIDFromBytes((taskId + '/' + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
