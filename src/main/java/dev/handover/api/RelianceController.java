package dev.handover.api;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.signoff.Reliance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who relies on which evidence, for everybody who is logged in: it is what signatures mean, and no secret. */
@RestController
@Tag(name = "Decisions")
class RelianceController {

    private final Reliance reliance;

    RelianceController(Reliance reliance) {
        this.reliance = reliance;
    }

    /** @param kinds all seven, in the order of the source document */
    record Table(List<Row> kinds) {}

    /** @param kind slug; @param reliedOnBy slugs of the roles whose sign-off a change in this kind takes back; never none */
    record Row(String kind, String title, String purpose, List<String> reliedOnBy) {}

    @Operation(summary = "Which sign-offs rely on which kinds of evidence")
    @GetMapping("/api/decisions/reliance")
    Table table() {
        return new Table(Arrays.stream(EvidenceKind.values()).map(this::row).toList());
    }

    private Row row(EvidenceKind kind) {
        var roles = Role.signing().stream()
                .filter(role -> reliance.of(role).contains(kind))
                .map(Slugged::slug)
                .toList();
        return new Row(kind.slug(), kind.title(), kind.purpose(), roles);
    }
}
