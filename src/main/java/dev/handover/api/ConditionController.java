package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.signoff.ConditionLedger;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settling the conditions that sign-offs were given on. Each call answers with the condition as it stands then. */
@RestController
@RequestMapping("/api/go-lives/{key}/conditions/{id}")
class ConditionController {

    private final ConditionLedger ledger;
    private final GoLiveViews views;
    private final Visibility visibility;
    private final CurrentUser user;

    ConditionController(ConditionLedger ledger, GoLiveViews views, Visibility visibility, CurrentUser user) {
        this.ledger = ledger;
        this.views = views;
        this.visibility = visibility;
        this.user = user;
    }

    /** @param evidence id of the evidence that shows it; may be null */
    record Met(String words, String evidence) {}

    record Reason(String reason) {}

    @Operation(summary = "Report a condition as met: for whoever holds its owner's role, and whoever set it")
    @PostMapping("/met")
    GoLiveViews.ConditionView met(@PathVariable String key, @PathVariable String id, @RequestBody Met met) {
        var goLive = visible(key);
        var evidence = met.evidence() == null || met.evidence().isBlank() ? null : id("evidence", met.evidence());
        ledger.meet(goLive, condition(id), met.words(), evidence, by());
        return view(goLive, id);
    }

    @Operation(summary = "Take back that a condition is met, until the go-live: for whoever set it")
    @PostMapping("/not-met")
    GoLiveViews.ConditionView notMet(@PathVariable String key, @PathVariable String id, @RequestBody Reason reason) {
        var goLive = visible(key);
        ledger.reopen(goLive, condition(id), reason.reason(), by());
        return view(goLive, id);
    }

    @Operation(summary = "Ask no longer for a condition: for whoever set it")
    @PostMapping("/waived")
    GoLiveViews.ConditionView waive(@PathVariable String key, @PathVariable String id, @RequestBody Reason reason) {
        var goLive = visible(key);
        ledger.waive(goLive, condition(id), reason.reason(), by());
        return view(goLive, id);
    }

    private GoLiveKey visible(String key) {
        return visibility.require(key).key();
    }

    private String by() {
        return user.viewer().userId();
    }

    private GoLiveViews.ConditionView view(GoLiveKey key, String id) {
        return views.conditions(key).stream()
                .filter(each -> each.id().equals(condition(id)))
                .findFirst()
                .orElseThrow();
    }

    private static UUID condition(String id) {
        return id("condition", id);
    }

    private static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound(what, text);
        }
    }
}
