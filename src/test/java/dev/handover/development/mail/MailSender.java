package dev.handover.development.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Sends mails over real SMTP, as the application does. */
final class MailSender {

    private final Session session;

    /** @param timeoutMillis how long it waits for each line of the server */
    MailSender(int port, int timeoutMillis) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.connectiontimeout", String.valueOf(timeoutMillis));
        properties.put("mail.smtp.timeout", String.valueOf(timeoutMillis));
        this.session = Session.getInstance(properties);
    }

    MailSender(int port) {
        this(port, 10_000);
    }

    void sendText(String to, String subject, String text) throws MessagingException {
        var message = message(to, subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    /** Text and HTML with a picture, an invitation, and an attachment. */
    void sendEverything(String to, String subject) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part("Your sign-off is needed.\nhttp://localhost:8080/", "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(
                "<html><head><title>t</title></head><body><p>Your <b>sign-off</b> is needed.</p>"
                        + "<img src=\"cid:logo@handover\"></body></html>",
                "text/html; charset=UTF-8"));
        alternatives.addBodyPart(part(CalendarEntryTests.INVITATION, "text/calendar; method=REQUEST; charset=UTF-8"));
        var body = new MimeBodyPart();
        body.setContent(alternatives);

        var all = new MimeMultipart("mixed");
        all.addBodyPart(body);
        all.addBodyPart(file("pixel.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "<logo@handover>"));
        all.addBodyPart(file("page.html", "text/html", "<script>1</script>".getBytes(StandardCharsets.UTF_8), null));
        var message = message(to, subject);
        message.setContent(all);
        Transport.send(message);
    }

    /** Sends these bytes as they are. */
    void sendRaw(String to, String raw) throws MessagingException {
        var message = new MimeMessage(session, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
        Transport.send(message, InternetAddress.parse(to));
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("Handover <handover@handover.example>"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    private static MimeBodyPart file(String name, String type, byte[] bytes, String contentId)
            throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        part.setDisposition(contentId == null ? MimeBodyPart.ATTACHMENT : MimeBodyPart.INLINE);
        part.setContentID(contentId);
        return part;
    }
}
