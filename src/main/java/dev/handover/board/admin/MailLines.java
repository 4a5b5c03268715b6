package dev.handover.board.admin;

import dev.handover.board.Times;
import dev.handover.board.admin.AdminPage.MailLine;
import dev.handover.notice.UndeliveredMail;
import dev.handover.notice.UndeliveredMails;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mails that could not be delivered, with what to do about each. */
@Component
class MailLines {

    /** Each is looked into anew, and one cause has many of them. */
    private static final int SHOWN = 50;

    private final UndeliveredMails mails;

    MailLines(UndeliveredMails mails) {
        this.mails = mails;
    }

    List<MailLine> newest() {
        return mails.newest(SHOWN).stream().map(MailLines::line).toList();
    }

    private static MailLine line(UndeliveredMail mail) {
        return new MailLine(
                mail.id().toString(),
                mail.inWords(),
                mail.goLive().value(),
                mail.name(),
                mail.known() ? mail.recipient() : null,
                mail.address() == null ? "" : mail.address(),
                Times.UTC.showWithZone(mail.givenUpAt()),
                mail.reason(),
                mail.mend());
    }
}
