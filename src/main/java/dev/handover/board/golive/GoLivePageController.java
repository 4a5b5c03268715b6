package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import dev.handover.validation.ValidationSteps;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one go-live, and asking for checks there. Unknown and foreign keys look the same. */
@Controller
@RequestMapping("/go-lives/{key}")
class GoLivePageController {

    private final GoLivePages pages;
    private final ValidationSteps steps;
    private final Visibility visibility;
    private final CurrentUser user;

    GoLivePageController(GoLivePages pages, ValidationSteps steps, Visibility visibility, CurrentUser user) {
        this.pages = pages;
        this.steps = steps;
        this.visibility = visibility;
        this.user = user;
    }

    @GetMapping
    String page(@PathVariable String key, Model model) {
        model.addAttribute("page", pages.of(visibility.require(key)));
        model.addAttribute("viewer", user.viewer());
        return "board/go-live";
    }

    /** Asks for checks and shows the page again. What is not possible any more is told there, since the page may be old. */
    @PostMapping("/checks")
    String runAgain(
            @PathVariable String key,
            @RequestParam(required = false) String step,
            @RequestParam(defaultValue = "false") boolean failedOnly,
            RedirectAttributes next) {
        var goLive = visibility.requireToTakePart(key);
        var wanted = step == null ? null : Slugged.of(Step.class, step);
        try {
            var by = user.viewer().userId();
            var asked = failedOnly
                    ? steps.recheckFailed(goLive.key(), wanted, by)
                    : steps.recheck(goLive.key(), wanted, by);
            next.addFlashAttribute("said", said(asked, failedOnly));
        } catch (HandoverException refusal) {
            if (refusal.code() != Code.WRONG_PHASE && refusal.code() != Code.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute("refused", refusal.getMessage());
        }
        next.addAttribute("key", goLive.key().value());
        return "redirect:/go-lives/{key}";
    }

    private static String said(Set<Step> asked, boolean failedOnly) {
        return "%s: %s."
                .formatted(
                        failedOnly ? "What had not passed runs again" : "All checks run again",
                        asked.stream().map(Step::title).collect(Collectors.joining("; ")));
    }
}
