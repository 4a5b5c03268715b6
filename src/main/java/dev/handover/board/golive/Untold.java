package dev.handover.board.golive;

import dev.handover.access.Visibility;
import dev.handover.golive.GoLive;
import dev.handover.notice.UndeliveredMail;
import dev.handover.notice.UndeliveredMails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says who could not be told of something by mail, to those who can tell them otherwise: the requester and admins. */
@Component
class Untold {

    private final UndeliveredMails mails;
    private final Visibility visibility;

    Untold(UndeliveredMails mails, Visibility visibility) {
        this.mails = mails;
        this.visibility = visibility;
    }

    /** A sentence for each person, with the reason of the latest mail. Nothing once the go-live has ended. */
    List<String> of(GoLive goLive) {
        if (goLive.phase().isFinished() || !visibility.mayManage(goLive)) {
            return List.of();
        }
        return mails.of(goLive.key()).stream()
                .collect(Collectors.groupingBy(UndeliveredMail::recipient, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Untold::sentence)
                .toList();
    }

    private static String sentence(List<UndeliveredMail> mails) {
        var latest = mails.get(0);
        var what = mails.stream().map(Untold::title).distinct().collect(Collectors.joining("\", \""));
        return "%s could not be told by mail: \"%s\". %s".formatted(latest.name(), what, latest.reason());
    }

    private static String title(UndeliveredMail mail) {
        return mail.about() == null ? mail.kind().title() : mail.about();
    }
}
