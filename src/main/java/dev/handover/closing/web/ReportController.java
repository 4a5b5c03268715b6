package dev.handover.closing.web;

import dev.handover.audit.AuditLog;
import dev.handover.closing.HandoverReport;
import dev.handover.evidence.EvidenceAccess;
import dev.handover.shared.GoLiveKey;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out reports to whoever may read the evidence they are made of. */
@RestController
class ReportController {

    private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");

    private final HandoverReport reports;
    private final EvidenceAccess access;
    private final AuditLog audit;

    ReportController(HandoverReport reports, EvidenceAccess access, AuditLog audit) {
        this.audit = audit;
        this.reports = reports;
        this.access = access;
    }

    /** The frozen report of a closed go-live, or how things stand until then. Its digest is the entity tag. */
    @GetMapping(path = "/api/go-lives/{key}/report", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The handover report: frozen once the go-live is handed over, as things stand before")
    ResponseEntity<byte[]> report(@PathVariable String key, Principal person) {
        var goLive = new GoLiveKey(key);
        access.checkMayRead(goLive);
        var report = reports.of(goLive);
        audit.shown(goLive, person.getName(), "Handover report", report.digest());
        var fileName = "handover-report-%s.html".formatted(goLive);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(report.digest().sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(fileName).build().toString())
                .header("Content-Security-Policy", ReportPolicy.of(report.html()))
                .body(report.html().getBytes(StandardCharsets.UTF_8));
    }
}
