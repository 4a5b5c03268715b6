package dev.handover.api;

import dev.handover.access.Visibility;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.shared.Digest;
import dev.handover.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Manifests, byte by byte as they were signed: whoever digests the answer gets the digest it was asked for by. */
@RestController
class ManifestController {

    private final Manifests manifests;
    private final Visibility visibility;

    ManifestController(Manifests manifests, Visibility visibility) {
        this.manifests = manifests;
        this.visibility = visibility;
    }

    @Operation(summary = "What exactly was signed, as canonical JSON (RFC 8785); its SHA-256 is the one in the address")
    @GetMapping("/api/go-lives/{key}/manifests/{sha256}")
    ResponseEntity<byte[]> manifest(@PathVariable String key, @PathVariable String sha256) {
        var goLive = visibility.require(key).key();
        var document = digest(sha256)
                .flatMap(manifests::find)
                .filter(each -> each.goLive().equals(goLive))
                .map(Manifest::document)
                .orElseThrow(() -> Refusal.notFound("manifest", sha256));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(sha256)
                .body(document.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Digest> digest(String sha256) {
        try {
            return Optional.of(new Digest(sha256));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
