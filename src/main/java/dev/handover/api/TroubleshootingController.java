package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.shared.Refusal;
import dev.handover.shared.Slugged;
import dev.handover.validation.TroubleshootingEditions;
import dev.handover.validation.TroubleshootingEditions.Edition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The troubleshooting table over REST. The entity tag is the digest of the table in force; changes name the one they started
 * from in {@code If-Match}, so that of two admins the last one is told.
 */
@RestController
@RequestMapping("/api/decisions/troubleshooting")
@Tag(name = "Decisions")
class TroubleshootingController {

    private final TroubleshootingEditions editions;
    private final Visibility visibility;
    private final CurrentUser user;

    TroubleshootingController(TroubleshootingEditions editions, Visibility visibility, CurrentUser user) {
        this.editions = editions;
        this.visibility = visibility;
        this.user = user;
    }

    /**
     * What is in force now.
     *
     * @param sha256 of the document
     * @param unanswered symptoms that checks can find and that no row answers to: their blockers come without hints
     */
    record InForce(String sha256, int rows, List<String> unanswered) {

        static InForce of(Edition edition) {
            return new InForce(
                    edition.digest().sha256(),
                    edition.table().rows().size(),
                    edition.table().unanswered().stream().map(Slugged::slug).toList());
        }
    }

    @Operation(summary = "The troubleshooting table in force, or with shipped=true the product's own, as DMN 1.3")
    @GetMapping(produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> get(@RequestParam(defaultValue = "false") boolean shipped) {
        visibility.requireToSeeEverything();
        var edition = shipped ? editions.shipped() : editions.inForce();
        return ResponseEntity.ok()
                .eTag(edition.digest().sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.valueOf("application/xml;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("troubleshooting.dmn")
                                .build()
                                .toString())
                .body(edition.document());
    }

    @Operation(summary = "Put an edition of the troubleshooting table in force; every cell is empty or words in quotes")
    @PutMapping(consumes = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<InForce> put(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, HttpServletRequest request)
            throws IOException {
        visibility.requireAdmin(); // before the body is read
        var document = request.getInputStream().readNBytes(TroubleshootingEditions.MOST_BYTES + 1);
        return answer(editions.replace(document, seen(ifMatch), user.viewer().userId()));
    }

    @Operation(summary = "Put the product's own troubleshooting table back in force")
    @DeleteMapping
    ResponseEntity<InForce> putBack(@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        visibility.requireAdmin();
        return answer(editions.putBack(seen(ifMatch), user.viewer().userId()));
    }

    private static String seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.invalidInput("Send the header If-Match with the ETag of the table you started from.");
        }
        return ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    private static ResponseEntity<InForce> answer(Edition edition) {
        return ResponseEntity.ok().eTag(edition.digest().sha256()).body(InForce.of(edition));
    }
}
