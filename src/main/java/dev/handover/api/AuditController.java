package dev.handover.api;

import dev.handover.access.Visibility;
import dev.handover.audit.AuditLog;
import dev.handover.audit.AuditLog.Proven;
import dev.handover.audit.AuditVerification;
import dev.handover.audit.ChainReport;
import dev.handover.records.RecordsCheck;
import dev.handover.records.RecordsCheckProcess;
import dev.handover.records.RecordsResult;
import dev.handover.shared.Directory;
import dev.handover.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over REST, and the proof that nobody has changed it. */
@RestController
@Tag(name = "Audit")
class AuditController {

    static final int LARGEST_PAGE = 500;

    private final AuditLog log;
    private final AuditVerification verification;
    private final RecordsCheck records;
    private final RecordsCheckProcess process;
    private final Visibility visibility;
    private final Directory directory;

    AuditController(
            AuditLog log,
            AuditVerification verification,
            RecordsCheck records,
            RecordsCheckProcess process,
            Visibility visibility,
            Directory directory) {
        this.log = log;
        this.verification = verification;
        this.records = records;
        this.process = process;
        this.visibility = visibility;
        this.directory = directory;
    }

    /**
     * One entry.
     *
     * @param seq place in the log, counted from 1
     * @param kind act, shown or refused
     * @param actor user id, or handover for the product itself
     * @param actorName as the person is called now; the id where there is nobody of that id any more. No part of the hash
     * @param onBehalfOf whom the actor stood in for; null if nobody
     * @param onBehalfOfName the same for them
     * @param manifest SHA-256 of what was decided on or shown; null where there is none
     * @param origin address it came from, or job; null for those who may not see addresses, who so cannot compute the hash
     * @param previous hash of the entry before
     * @param hash SHA-256 of this entry with previous, as canonical JSON
     */
    record Entry(
            long seq,
            Instant at,
            String kind,
            String actor,
            String actorName,
            String onBehalfOf,
            String onBehalfOfName,
            String words,
            String detail,
            String manifest,
            String origin,
            String previous,
            String hash) {

        static Entry of(Proven proven, boolean withOrigin, UnaryOperator<String> names) {
            var entry = proven.entry();
            var act = entry.act();
            return new Entry(
                    proven.seq(),
                    entry.at(),
                    entry.kind().slug(),
                    act.actor(),
                    names.apply(act.actor()),
                    act.onBehalfOf(),
                    act.onBehalfOf() == null ? null : names.apply(act.onBehalfOf()),
                    act.words(),
                    act.detail(),
                    act.manifest() == null ? null : act.manifest().sha256(),
                    withOrigin ? entry.origin() : null,
                    proven.previous(),
                    proven.hash());
        }
    }

    @Operation(summary = "The audit log of a go-live, oldest first: acts, what was shown for them, what was refused")
    @GetMapping("/api/go-lives/{key}/audit")
    GoLiveController.PageOf<Entry> log(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        var goLive = visibility.require(key).key();
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.invalidInput("Ask for a page from 0 and a size from 1 to %d.".formatted(LARGEST_PAGE));
        }
        var withOrigin = visibility.seesEverything();
        var names = new HashMap<String, String>();
        var entries = log.read(goLive, (long) page * size, size).stream()
                .map(each -> Entry.of(each, withOrigin, id -> names.computeIfAbsent(id, directory::nameOf)))
                .toList();
        return new GoLiveController.PageOf<>(entries, page, size, log.length(goLive));
    }

    /** The first entry that is not what it was. @param flaw changed, missing, inserted, reordered, not-linked or cut-off */
    record Broken(long seq, String flaw, String actor, Instant at, String words) {}

    /** @param length count of entries that prove each other; @param hash of the last of them; @param broken null if none is */
    record Verification(String goLive, boolean unbroken, long length, String hash, Broken broken, String inWords) {

        static Verification of(ChainReport report) {
            var broken = report.broken();
            return new Verification(
                    report.goLive().value(),
                    report.isUnbroken(),
                    report.length(),
                    report.hash(),
                    broken == null
                            ? null
                            : new Broken(
                                    broken.seq(), broken.flaw().slug(), broken.actor(), broken.at(), broken.words()),
                    report.inWords());
        }
    }

    @Operation(summary = "Verify the audit log of a go-live now; for admins and auditors")
    @GetMapping("/api/go-lives/{key}/audit/verification")
    Verification verify(@PathVariable String key) {
        var goLive = visibility.require(key).key();
        visibility.requireToSeeEverything();
        return Verification.of(verification.verify(goLive));
    }

    /** @param goLive null for a content that no go-live refers to */
    record Finding(String goLive, String words) {}

    /**
     * What was read back.
     *
     * @param contents count of contents of evidence
     * @param chains count of audit logs
     * @param entries count of their entries
     */
    record Checked(
            Instant begunAt,
            Instant endedAt,
            boolean sound,
            long contents,
            long chains,
            long entries,
            List<Finding> findings) {

        static Checked of(RecordsResult result) {
            return new Checked(
                    result.begunAt(),
                    result.endedAt(),
                    result.isSound(),
                    result.contents(),
                    result.chains(),
                    result.entries(),
                    result.findings().stream()
                            .map(each -> new Finding(
                                    each.goLive() == null ? null : each.goLive().value(), each.words()))
                            .toList());
        }
    }

    @Operation(summary = "What the newest check of all evidence and all audit logs found; for admins and auditors")
    @GetMapping("/api/audit/verification")
    Checked newest() {
        visibility.requireToSeeEverything();
        return records.newest().map(Checked::of).orElseThrow(() -> Refusal.notFound("records check", "newest"));
    }

    @Operation(summary = "Check all evidence and all audit logs besides the nightly check; for admins")
    @PostMapping("/api/records-check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check() {
        visibility.requireAdmin();
        process.start();
    }
}
