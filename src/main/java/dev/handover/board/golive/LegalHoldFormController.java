package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.closing.LegalHolds;
import dev.handover.shared.HandoverException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Admins hold evidence beyond its time on the page of its go-live, and lift that hold. */
@Controller
class LegalHoldFormController {

    private final LegalHolds holds;
    private final Visibility visibility;
    private final CurrentUser user;

    LegalHoldFormController(LegalHolds holds, Visibility visibility, CurrentUser user) {
        this.holds = holds;
        this.visibility = visibility;
        this.user = user;
    }

    @PostMapping("/go-lives/{key}/legal-hold")
    String hold(
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean held,
            @RequestParam(required = false) String reason,
            RedirectAttributes next) {
        var goLive = visibility.require(key).key();
        visibility.requireAdmin();
        try {
            if (held) {
                holds.place(goLive, reason, user.viewer().userId());
            } else {
                holds.lift(goLive, reason, user.viewer().userId());
            }
            next.addFlashAttribute("said", held ? "The evidence stays beyond its time." : "The hold is lifted.");
        } catch (HandoverException refusal) {
            next.addFlashAttribute("refused", refusal.getMessage());
        }
        next.addAttribute("key", goLive.value());
        return "redirect:/go-lives/{key}";
    }
}
