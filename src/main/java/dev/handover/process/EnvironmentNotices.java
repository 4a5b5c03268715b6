package dev.handover.process;

import dev.handover.checks.FingerprintDifference;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.shared.Role;
import dev.handover.validation.EnvironmentDiffers;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who have to act when the environment is no longer the one that was validated. */
@Component
class EnvironmentNotices {

    private final Notices notices;
    private final GoLiveRegister register;

    EnvironmentNotices(Notices notices, GoLiveRegister register) {
        this.notices = notices;
        this.register = register;
    }

    @EventListener
    void on(EnvironmentDiffers found) {
        var goLive = register.get(found.goLive());
        var recipients = Stream.of(
                        register.holder(goLive.key(), Role.PRODUCTION),
                        register.holder(goLive.key(), Role.ENVIRONMENT),
                        Optional.of(goLive.requester()))
                .flatMap(Optional::stream)
                .toList();
        var facts = Facts.about("environment-" + found.comparison())
                .at(found.at())
                .from(goLive.windowStart())
                .in(goLive.zone())
                .pointing(found.differences().stream()
                        .map(FingerprintDifference::said)
                        .toList());
        notices.tell(goLive.key(), NoticeKind.ENVIRONMENT_DIFFERS, recipients, facts.build());
    }
}
