package dev.handover.notice;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server. A notice always has the same Message-ID, so mail programs and people recognise a
 * repeat.
 */
@Component
class Delivery {

    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final JavaMailSenderImpl server;
    private final NoticeProperties settings;

    /** @throws IllegalStateException if a timeout is not set: a silent mail server would then hold a job for ever */
    Delivery(JavaMailSenderImpl server, NoticeProperties settings) {
        for (var timeout : TIMEOUTS) {
            if (!server.getJavaMailProperties().getProperty(timeout, "").matches("[1-9]\\d{0,6}")) {
                throw new IllegalStateException(
                        "spring.mail.properties.%s must be set, in milliseconds, for example 10000".formatted(timeout));
            }
        }
        this.server = server;
        this.settings = settings;
    }

    /**
     * Sends a mail.
     *
     * @return empty if the server has taken it; else why it refuses the recipient for good
     * @throws MailNotTaken if it may take it another time
     */
    Optional<String> deliver(UUID notice, InternetAddress recipient, Mail mail, Instant now) {
        try {
            server.send(message(notice, recipient, mail, now));
            return Optional.empty();
        } catch (MailException e) {
            return MailFault.refusal(e).or(() -> {
                throw new MailNotTaken(MailFault.explain(e, server), e);
            });
        }
    }

    private MimeMessage message(UUID notice, InternetAddress recipient, Mail mail, Instant now) {
        try {
            var message = server.createMimeMessage();
            message.setFrom(MailAddress.named(settings.from(), settings.senderName()));
            message.setRecipient(RecipientType.TO, recipient);
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            message.setHeader("Message-ID", "<notice-%s@%s>".formatted(notice, settings.domain()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setContentLanguage(new String[] {mail.language()});
            message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose notice " + notice, e);
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
