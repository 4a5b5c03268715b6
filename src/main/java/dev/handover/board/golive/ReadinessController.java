package dev.handover.board.golive;

import dev.handover.access.Visibility;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How ready a go-live is, over REST; Cockpit shows it with the process instance. Unknown and foreign keys look the same. */
@RestController
@Tag(name = "Go-lives")
class ReadinessController {

    private final ReadinessViews views;
    private final Visibility visibility;

    ReadinessController(ReadinessViews views, Visibility visibility) {
        this.views = views;
        this.visibility = visibility;
    }

    @Operation(summary = "How ready it is, what is missing, whom it waits for and since when, and what comes next")
    @GetMapping("/api/go-lives/{key}/readiness")
    ReadinessView readiness(@PathVariable String key) {
        return views.of(visibility.require(key));
    }
}
