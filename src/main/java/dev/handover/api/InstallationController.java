package dev.handover.api;

import dev.handover.access.SettingsInForce;
import dev.handover.access.SettingsInForce.Setting;
import dev.handover.access.Visibility;
import dev.handover.audit.AdminActs;
import dev.handover.audit.AdminActs.AdminAct;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is set on this installation, and what admins changed; for admins and auditors. */
@RestController
@RequestMapping("/api")
@Tag(name = "Administration")
class InstallationController {

    private final SettingsInForce settings;
    private final AdminActs acts;
    private final Visibility visibility;

    InstallationController(SettingsInForce settings, AdminActs acts, Visibility visibility) {
        this.settings = settings;
        this.acts = acts;
        this.visibility = visibility;
    }

    @Operation(
            summary = "Settings in force on this node and where they come from; of secrets only whether they are set")
    @GetMapping("/settings")
    List<Setting> settings() {
        visibility.requireToSeeEverything();
        return settings.all();
    }

    @Operation(summary = "What admins changed that belongs to no single go-live, the newest first, at most 200")
    @GetMapping("/admin-acts")
    List<AdminAct> acts(@RequestParam(defaultValue = "50") int count) {
        visibility.requireToSeeEverything();
        return acts.newest(count);
    }
}
