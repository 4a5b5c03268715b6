package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.notice.UndeliveredMail;
import dev.handover.notice.UndeliveredMails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mails that could not be delivered, over REST: admins and auditors look, admins have them sent again. */
@RestController
@RequestMapping("/api/undelivered-mails")
@Tag(name = "Administration")
class UndeliveredMailController {

    private final UndeliveredMails mails;
    private final Visibility visibility;
    private final CurrentUser user;

    UndeliveredMailController(UndeliveredMails mails, Visibility visibility, CurrentUser user) {
        this.mails = mails;
        this.visibility = visibility;
        this.user = user;
    }

    /**
     * A mail that was given up.
     *
     * @param goLive key
     * @param kind of its notice, a slug
     * @param about name of the task it is about; null for another kind
     * @param recipient user id
     * @param address as the identity provider has it now; null if there is none
     * @param reason why it was given up
     * @param mend what to do before it is sent again
     */
    record MailView(
            UUID id,
            String goLive,
            String kind,
            String about,
            String recipient,
            String recipientName,
            String address,
            Instant givenUpAt,
            String reason,
            String mend) {

        static MailView of(UndeliveredMail mail) {
            return new MailView(
                    mail.id(),
                    mail.goLive().value(),
                    mail.kind().slug(),
                    mail.about(),
                    mail.recipient(),
                    mail.name(),
                    mail.address(),
                    mail.givenUpAt(),
                    mail.reason(),
                    mail.mend());
        }
    }

    @Operation(summary = "Mails that could not be delivered, what was given up last first, at most 200")
    @GetMapping
    List<MailView> list() {
        visibility.requireToSeeEverything();
        return mails.newest(UndeliveredMails.MOST).stream().map(MailView::of).toList();
    }

    @Operation(summary = "Have one of them sent again; refused if that was done already")
    @PostMapping("/{id}/send-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain(@PathVariable UUID id) {
        visibility.requireAdmin();
        mails.sendAgain(id, user.viewer().userId());
    }
}
