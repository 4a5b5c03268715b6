package dev.handover.development.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A part of a mail that is neither its text nor its HTML.
 *
 * @param index counts from 0 within the mail
 * @param name file name; one is made up if the mail gives none
 * @param contentType with its parameters, for example {@code text/calendar; method=REQUEST; charset=UTF-8}
 * @param contentId what HTML refers to as {@code cid:}, without angle brackets; empty if there is none
 */
public record MailPart(int index, String name, String contentType, String contentId, byte[] bytes) {

    public boolean isCalendar() {
        return mediaType().equals("text/calendar");
    }

    /** How HTML refers to this part (RFC 2392). */
    String reference() {
        return "cid:" + contentId;
    }

    /** The type without parameters, in lower case. */
    public String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
