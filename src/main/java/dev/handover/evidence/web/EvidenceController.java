package dev.handover.evidence.web;

import dev.handover.audit.AuditLog;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceAccess;
import dev.handover.evidence.EvidenceSettings;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Slugged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence of one go-live. Refusals go out as problems; foreign and unknown ids look the same. */
@RestController
@RequestMapping("/api/go-lives/{key}/evidence")
class EvidenceController {

    private final EvidenceStore store;
    private final EvidenceAccess access;
    private final EvidenceSettings settings;
    private final AuditLog audit;

    EvidenceController(EvidenceStore store, EvidenceAccess access, EvidenceSettings settings, AuditLog audit) {
        this.audit = audit;
        this.store = store;
        this.access = access;
        this.settings = settings;
    }

    /** @param evidence the current version of each item, or every version; @param missingKinds kinds that have none yet */
    record Listing(List<EvidenceResponse> evidence, List<String> missingKinds) {}

    /** Adds an item or its next version. Sending what is there already answers with the version that is there. */
    @PostMapping
    @Operation(
            summary = "Add evidence",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = Upload.class))))
    ResponseEntity<EvidenceResponse> add(@PathVariable String key, HttpServletRequest request, Principal person) {
        var goLive = new GoLiveKey(key);
        access.checkMayAdd(goLive); // before the body is read
        var added = add(goLive, Upload.read(request, settings), person.getName());
        return ResponseEntity.created(URI.create(EvidenceResponse.address(goLive, added.id())))
                .body(EvidenceResponse.of(added));
    }

    private Evidence add(GoLiveKey goLive, Upload upload, String by) {
        if (upload.link() != null) {
            return store.addLink(goLive, upload.kind(), upload.title(), upload.link(), by);
        }
        if (upload.statement() != null) {
            return store.addStatement(goLive, upload.kind(), upload.title(), upload.statement(), by);
        }
        return addFile(goLive, upload, upload.file(), by);
    }

    private Evidence addFile(GoLiveKey goLive, Upload upload, MultipartFile file, String by) {
        try (var bytes = file.getInputStream()) {
            return store.addFile(goLive, upload.kind(), upload.title(), file.getOriginalFilename(), bytes, by);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the upload back", e);
        }
    }

    @GetMapping
    @Operation(summary = "The current version of each item; with history, every version, oldest first")
    Listing list(@PathVariable String key, @RequestParam(defaultValue = "false") boolean history) {
        var goLive = readable(key);
        var evidence = history ? store.history(goLive) : store.current(goLive);
        return new Listing(
                evidence.stream().map(EvidenceResponse::of).toList(),
                store.missingKinds(goLive).stream().map(Slugged::slug).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One version of one item")
    EvidenceResponse find(@PathVariable String key, @PathVariable String id) {
        return EvidenceResponse.of(evidence(key, id));
    }

    /** The bytes: a download, unless a preview is asked for and the type allows it. Nobody gets them without an entry in the audit log. */
    @GetMapping("/{id}/content")
    @Operation(summary = "The bytes of one version of one item")
    ResponseEntity<Resource> content(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) String inline,
            Principal person) {
        var evidence = evidence(key, id);
        store.requireKept(evidence); // before the answer has begun
        audit.shown(
                evidence.goLive(),
                person.getName(),
                "Evidence: %s, version %d".formatted(evidence.title(), evidence.version()),
                evidence.sha256());
        var preview = Preview.of(evidence.mediaType()).filter(shown -> inline != null && !inline.equals("false"));
        return ResponseEntity.ok()
                .eTag(evidence.sha256().sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(preview.map(Preview::contentType).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(evidence.fileName(), preview.isPresent()))
                .header("Content-Security-Policy", preview.map(Preview::policy).orElse(Preview.SANDBOX))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new ContentResource(store, evidence));
    }

    private static String disposition(String fileName, boolean shown) {
        var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        var isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(fileName);
        var named = isAscii ? disposition.filename(fileName) : disposition.filename(fileName, StandardCharsets.UTF_8);
        return named.build().toString();
    }

    private Evidence evidence(String key, String id) {
        var goLive = readable(key);
        try {
            return store.find(goLive, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("evidence", id);
        }
    }

    private GoLiveKey readable(String key) {
        var goLive = new GoLiveKey(key);
        access.checkMayRead(goLive);
        return goLive;
    }
}
