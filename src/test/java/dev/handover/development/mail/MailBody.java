package dev.handover.development.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/** Takes the body of a mail apart: the first plain text, the first HTML, and every other part in its order. */
final class MailBody {

    private final List<MailPart> parts = new ArrayList<>();
    private String text;
    private String html;

    private MailBody() {}

    static MailBody of(MimeMessage message) throws MessagingException, IOException {
        var body = new MailBody();
        body.collect(message);
        return body;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<MailPart> parts() {
        return List.copyOf(parts);
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i));
            }
        } else if (!isAttachment(part) && part.isMimeType("text/plain") && text == null) {
            text = decoded(part);
        } else if (!isAttachment(part) && part.isMimeType("text/html") && html == null) {
            html = decoded(part);
        } else {
            parts.add(other(part));
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private MailPart other(Part part) throws MessagingException, IOException {
        var index = parts.size();
        var given = part.getFileName();
        var madeUp = part.isMimeType("text/calendar") ? "invitation.ics" : "part-" + (index + 1);
        var name = given == null || given.isBlank() ? madeUp : MimeUtility.decodeText(given);
        var id = part instanceof MimePart mime && mime.getContentID() != null ? mime.getContentID() : "";
        return new MailPart(index, name, part.getContentType(), id.replaceAll("[<>]", ""), bytes(part));
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        return new String(bytes(part), charset(part));
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        var name = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
