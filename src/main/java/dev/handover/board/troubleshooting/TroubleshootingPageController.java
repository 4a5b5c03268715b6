package dev.handover.board.troubleshooting;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.board.briefing.Names;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Refusal;
import dev.handover.validation.TroubleshootingEditions;
import dev.handover.validation.UnusableTable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the troubleshooting table to admins and auditors, and lets admins change it. */
@Controller
@RequestMapping("/decisions/troubleshooting")
class TroubleshootingPageController {

    private static final String BACK = "redirect:/decisions/troubleshooting";

    private final TroubleshootingEditions editions;
    private final Visibility visibility;
    private final CurrentUser user;
    private final Names names;

    TroubleshootingPageController(
            TroubleshootingEditions editions, Visibility visibility, CurrentUser user, Names names) {
        this.editions = editions;
        this.visibility = visibility;
        this.user = user;
        this.names = names;
    }

    @GetMapping
    String page(Model model) {
        visibility.requireToSeeEverything();
        model.addAttribute("page", TroubleshootingPage.of(editions, names));
        model.addAttribute("viewer", user.viewer());
        return "board/troubleshooting";
    }

    @PostMapping
    String replace(
            @RequestParam String seen,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response)
            throws IOException {
        visibility.requireAdmin();
        if (file.isEmpty()) {
            return refused(Refusal.invalidInput("Choose the file with the table."), model, response);
        }
        byte[] document;
        try (var bytes = file.getInputStream()) {
            document = bytes.readNBytes(TroubleshootingEditions.MOST_BYTES + 1);
        }
        return change(
                () -> editions.replace(document, seen, user.viewer().userId()),
                "The table is in force. The next blocker gets its hints from it.",
                model,
                next,
                response);
    }

    @PostMapping("/shipped")
    String putBack(@RequestParam String seen, Model model, RedirectAttributes next, HttpServletResponse response) {
        visibility.requireAdmin();
        return change(
                () -> editions.putBack(seen, user.viewer().userId()),
                "The product's own table is in force again.",
                model,
                next,
                response);
    }

    private String change(
            Supplier<TroubleshootingEditions.Edition> act,
            String said,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            act.get();
        } catch (HandoverException refusal) {
            return refused(refusal, model, response);
        }
        next.addFlashAttribute("said", said);
        return BACK;
    }

    /** The page again, with what was wrong; the browser still holds the file. */
    private String refused(HandoverException refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.code().status());
        model.addAttribute("refused", refusal.getMessage());
        model.addAttribute("mistakes", refusal instanceof UnusableTable table ? table.errors() : List.of());
        return page(model);
    }
}
