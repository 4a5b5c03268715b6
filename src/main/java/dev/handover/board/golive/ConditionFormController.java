package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import dev.handover.signoff.ConditionLedger;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settling conditions on the page of a go-live; the page is shown again with what was done, or why it was not. */
@Controller
@RequestMapping("/go-lives/{key}/conditions/{id}")
class ConditionFormController {

    private final ConditionLedger ledger;
    private final Visibility visibility;
    private final CurrentUser user;

    ConditionFormController(ConditionLedger ledger, Visibility visibility, CurrentUser user) {
        this.ledger = ledger;
        this.visibility = visibility;
        this.user = user;
    }

    /** One of the ledger's acts. */
    private interface Act {

        void on(GoLiveKey key, UUID condition, String by);
    }

    /** @param evidence id; blank for none */
    @PostMapping("/met")
    String met(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) String words,
            @RequestParam(defaultValue = "") String evidence,
            RedirectAttributes next) {
        return done(
                key,
                id,
                next,
                "The condition is recorded as met.",
                (goLive, condition, by) -> ledger.meet(
                        goLive, condition, words, evidence.isBlank() ? null : uuid("evidence", evidence), by));
    }

    @PostMapping("/not-met")
    String notMet(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            RedirectAttributes next) {
        return done(
                key,
                id,
                next,
                "The condition is open again.",
                (goLive, condition, by) -> ledger.reopen(goLive, condition, reason, by));
    }

    @PostMapping("/waived")
    String waived(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            RedirectAttributes next) {
        return done(
                key,
                id,
                next,
                "The condition is waived.",
                (goLive, condition, by) -> ledger.waive(goLive, condition, reason, by));
    }

    /** What the person may mend is told on the page; what they may not do, or not see, is an answer of its own. */
    private String done(String key, String id, RedirectAttributes next, String said, Act act) {
        var goLive = visibility.require(key).key();
        try {
            act.on(goLive, uuid("condition", id), user.viewer().userId());
            next.addFlashAttribute("said", said);
        } catch (HandoverException refusal) {
            if (refusal.code() == Code.NOT_FOUND || refusal.code() == Code.NOT_ALLOWED) {
                throw refusal;
            }
            next.addFlashAttribute("refused", refusal.getMessage());
        }
        next.addAttribute("key", goLive.value());
        return "redirect:/go-lives/{key}";
    }

    private static UUID uuid(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(what, text);
        }
    }
}
