package dev.handover.process;

import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.process.Assignment.Asked;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells requester and owner that a deputy is not asked, so that somebody sees to it before the window is lost. */
@Component
class DeputyNotices {

    private final GoLiveRegister register;
    private final Notices notices;

    DeputyNotices(@Lazy GoLiveRegister register, @Lazy Notices notices) {
        this.register = register;
        this.notices = notices;
    }

    /** Told once for each task and deputy; nothing if the deputy is asked. */
    void passedOver(GoLiveKey key, String taskId, String taskName, Asked asked) {
        if (asked.passedOver() == null) {
            return;
        }
        var deputy = asked.passedOver();
        notices.tell(
                key,
                NoticeKind.DEPUTY_NOT_ASKED,
                List.of(register.get(key).requester(), deputy.onBehalfOf()),
                Facts.about(subject(taskId, deputy))
                        .task(taskId, taskName)
                        .asking(asked.why())
                        .by(deputy.onBehalfOf())
                        .in(register.get(key).zone())
                        .build());
    }

    private static String subject(String taskId, Acting deputy) {
        return UUID.nameUUIDFromBytes((taskId + '/' + deputy.by()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
