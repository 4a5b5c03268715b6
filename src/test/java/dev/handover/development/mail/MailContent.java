package dev.handover.development.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a mail says (RFC 5322, MIME). Missing headers are empty texts.
 *
 * @param subject decoded
 * @param headers in the order of the mail
 * @param text the plain text part; null if there is none
 * @param html the HTML part; null if there is none
 * @param parts everything else: calendar entries, attachments, pictures inside the HTML
 */
public record MailContent(
        String from,
        String to,
        String cc,
        String subject,
        String messageId,
        List<NamedValue> headers,
        String text,
        String html,
        List<MailPart> parts) {

    /** A header line. */
    public record NamedValue(String name, String value) {}

    private static final Logger log = LoggerFactory.getLogger(MailContent.class);
    private static final Session SESSION = Session.getInstance(new Properties());

    /** Reads a mail. One that is not MIME comes back with its bytes as text. */
    static MailContent of(byte[] raw) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            var body = MailBody.of(message);
            return new MailContent(
                    header(message, "From"),
                    header(message, "To"),
                    header(message, "Cc"),
                    header(message, "Subject"),
                    header(message, "Message-ID"),
                    headers(message),
                    body.text(),
                    body.html(),
                    body.parts());
        } catch (MessagingException | IOException e) {
            log.warn("a mail cannot be read", e);
            var text = new String(raw, StandardCharsets.UTF_8);
            return new MailContent("", "", "", "(this mail cannot be read)", "", List.of(), text, null, List.of());
        }
    }

    /** The calendar entries among the parts. */
    public List<CalendarEntry> calendarEntries() {
        return parts.stream()
                .filter(MailPart::isCalendar)
                .map(CalendarEntry::of)
                .toList();
    }

    /** The parts that are neither calendar entries nor pictures shown inside the HTML. */
    public List<MailPart> attachments() {
        return parts.stream()
                .filter(part -> !part.isCalendar() && !isInsideHtml(part))
                .toList();
    }

    private boolean isInsideHtml(MailPart part) {
        return html != null && !part.contentId().isEmpty() && html.contains(part.reference());
    }

    private static List<NamedValue> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map((Header header) -> new NamedValue(header.getName(), decode(header.getValue())))
                .toList();
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        var values = message.getHeader(name);
        return values == null
                ? ""
                : String.join(
                        ", ", Arrays.stream(values).map(MailContent::decode).toList());
    }

    private static String decode(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
