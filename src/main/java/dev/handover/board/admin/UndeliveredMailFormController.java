package dev.handover.board.admin;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.notice.UndeliveredMails;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Admins have a mail sent again on their page, once they have mended what kept it. */
@Controller
class UndeliveredMailFormController {

    private final UndeliveredMails mails;
    private final Visibility visibility;
    private final CurrentUser user;

    UndeliveredMailFormController(UndeliveredMails mails, Visibility visibility, CurrentUser user) {
        this.mails = mails;
        this.visibility = visibility;
        this.user = user;
    }

    /** A second click says that the first one counts. */
    @PostMapping("/admin/undelivered-mails/{id}/send-again")
    String sendAgain(@PathVariable UUID id, RedirectAttributes next) {
        visibility.requireAdmin();
        try {
            mails.sendAgain(id, user.viewer().userId());
            next.addFlashAttribute(
                    "said", "The mail is on its way. If it cannot be delivered again, it is listed here again.");
        } catch (HandoverException refusal) {
            if (refusal.code() == Code.NOT_FOUND) {
                throw refusal;
            }
            next.addFlashAttribute("refused", refusal.getMessage());
        }
        return "redirect:/admin";
    }
}
