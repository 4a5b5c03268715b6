package dev.handover.evidence.web;

import dev.handover.evidence.EvidenceSettings;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Refusal;
import dev.handover.shared.Slugged;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The fields of a multipart request that adds evidence: kind and title, and one of file, link and statement.
 *
 * @param file null unless a file was sent
 * @param link null unless a link was sent
 * @param statement null unless a statement was sent
 */
record Upload(
        @Schema(description = "One of the seven kinds, for example integration-validation")
        EvidenceKind kind,

        @Schema(description = "Names the item; the same title again adds a version")
        String title,

        @Schema(type = "string", format = "binary") MultipartFile file,
        URI link,
        String statement) {

    /**
     * Reads the body, which may be large.
     *
     * @throws Refusal (too large) as soon as the body exceeds the limit, (no room) if the disk is full, (invalid input) for fields that are missing, unknown or
     *     too many
     */
    static Upload read(HttpServletRequest request, EvidenceSettings settings) {
        if (!(request instanceof MultipartHttpServletRequest multipart)) {
            throw Refusal.invalidInput(
                    "Send evidence as multipart/form-data with kind, title, and one of file, link or statement.");
        }
        try {
            var file = fileOrNull(multipart);
            var link = textOrNull(multipart, "link");
            var statement = textOrNull(multipart, "statement");
            if (Stream.of(file != null, link != null, statement != null)
                            .filter(given -> given)
                            .count()
                    != 1) {
                throw Refusal.invalidInput("Send exactly one of file, link and statement.");
            }
            return new Upload(
                    Slugged.of(EvidenceKind.class, multipart.getParameter("kind")),
                    multipart.getParameter("title"),
                    file,
                    link == null ? null : uri(link),
                    statement);
        } catch (MaxUploadSizeExceededException e) {
            throw settings.tooLarge();
        } catch (MultipartException e) {
            if (isOutOfRoom(e)) {
                throw Refusal.noRoom(
                        "The server has no room to take this upload in, and nothing was recorded. Tell an admin, and send it again later.");
            }
            throw Refusal.invalidInput(
                    "The upload did not arrive completely, or is no multipart/form-data. Send it again.");
        }
    }

    /** Parts wait in the folder for temporary files; the system says in words that its disk is full. */
    private static boolean isOutOfRoom(MultipartException fault) {
        return NestedExceptionUtils.getMostSpecificCause(fault) instanceof IOException io
                && String.valueOf(io.getMessage()).contains("No space left on device");
    }

    private static MultipartFile fileOrNull(MultipartHttpServletRequest request) {
        var file = request.getFile("file");
        return file == null || file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename()) ? null : file;
    }

    /** Forms send fields that were left empty, too. */
    private static String textOrNull(MultipartHttpServletRequest request, String field) {
        var value = request.getParameter(field);
        return StringUtils.hasText(value) ? value.strip() : null;
    }

    private static URI uri(String link) {
        try {
            return new URI(link);
        } catch (URISyntaxException e) {
            throw Refusal.invalidInput(
                    "\"%s\" is no address. Copy the whole address from the browser.".formatted(link));
        }
    }
}
