package dev.handover.board.briefing;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the briefing that the Tasklist shows above the fields of a decision. */
@Controller
class BriefingController {

    private final Briefings briefings;

    BriefingController(Briefings briefings) {
        this.briefings = briefings;
    }

    /**
     * A fragment of HTML, made for this task at this moment, so it is never kept by a cache.
     *
     * @throws dev.handover.shared.Refusal (not found) for a task that is unknown, done, or not for the caller's eyes: all look the same
     */
    @GetMapping("/tasks/{taskId}/briefing")
    String briefing(@PathVariable String taskId, Model model, HttpServletResponse response) {
        var briefing = briefings.of(taskId);
        model.addAttribute("briefing", briefing);
        model.addAttribute("times", briefing.times());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "board/briefing :: briefing";
    }
}
