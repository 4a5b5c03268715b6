package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.closing.LegalHolds;
import dev.handover.closing.LegalHolds.LegalHold;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether evidence has to stay beyond its time. Seen by who sees the go-live, changed by admins. */
@RestController
@RequestMapping("/api/go-lives/{key}/legal-hold")
class LegalHoldController {

    private final LegalHolds holds;
    private final Visibility visibility;
    private final CurrentUser user;

    LegalHoldController(LegalHolds holds, Visibility visibility, CurrentUser user) {
        this.holds = holds;
        this.visibility = visibility;
        this.user = user;
    }

    /** @param held true to place a hold, false to lift it; @param reason goes on record */
    record Wish(boolean held, String reason) {}

    /** @param hold null while there is none */
    record State(boolean held, LegalHold hold) {}

    @GetMapping
    @Operation(summary = "Whether the evidence is held beyond its time, since when and why")
    State get(@PathVariable String key) {
        var hold = holds.of(visibility.require(key).key());
        return new State(hold.isPresent(), hold.orElse(null));
    }

    @PutMapping
    @Operation(summary = "Hold the evidence beyond its time, or lift that hold; admins only, with a reason")
    State put(@PathVariable String key, @RequestBody Wish wish) {
        var goLive = visibility.require(key).key();
        visibility.requireAdmin();
        var by = user.viewer().userId();
        if (wish.held()) {
            holds.place(goLive, wish.reason(), by);
        } else {
            holds.lift(goLive, wish.reason(), by);
        }
        return get(key);
    }
}
