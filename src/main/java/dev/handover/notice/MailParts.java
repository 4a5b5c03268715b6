package dev.handover.notice;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * The body of a mail: text and HTML. What it tells calendars is a third form of the same (RFC 6047), which most programs
 * act on, and a file, for those that do not.
 */
final class MailParts {

    private static final String FILE = "release-window.ics";

    private MailParts() {}

    static MimeMultipart of(Mail mail) throws MessagingException {
        var forms = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        if (mail.calendar() == null) {
            return forms;
        }
        forms.addBodyPart(form(mail.calendar()));
        var all = new MimeBodyPart();
        all.setContent(forms);
        return new MimeMultipart("mixed", all, file(mail.calendar()));
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static MimeBodyPart form(CalendarPart calendar) throws MessagingException {
        return bytes(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method());
    }

    private static MimeBodyPart file(CalendarPart calendar) throws MessagingException {
        var part = bytes(calendar, "application/ics; name=" + FILE);
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(FILE);
        return part;
    }

    /** Encoded so that no server on the way changes the ends of lines. */
    private static MimeBodyPart bytes(CalendarPart calendar, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.text().getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
