package dev.handover.notice;

import jakarta.annotation.PreDestroy;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands mails to the mail server, each within a deadline. A notice always has the same Message-ID, so mail programs and
 * people recognise a repeat.
 */
@Component
class Delivery {

    private static final List<String> TIMEOUTS =
            List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");

    private final JavaMailSenderImpl server;
    private final NoticeProperties settings;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "mail deadline");
        thread.setDaemon(true);
        return thread;
    });

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

    @PreDestroy
    void stopWatching() {
        watch.shutdownNow();
    }

    /**
     * Sends a mail.
     *
     * @param id what it is called in its Message-ID
     * @return empty if the server has taken it; else why it refuses the recipient for good
     * @throws MailNotTaken if it may take it another time
     */
    Optional<String> deliver(String id, InternetAddress recipient, Mail mail, Instant now) {
        var sockets = new WatchedSockets();
        var alarm = watch.schedule(sockets::cut, settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        try {
            over(sockets).send(message(id, recipient, mail, now));
            return Optional.empty();
        } catch (MailException e) {
            return MailFault.refusal(e).or(() -> {
                throw new MailNotTaken(
                        sockets.areCut()
                                ? MailFault.tooSlow(settings.deadline(), server)
                                : MailFault.explain(e, server),
                        e);
            });
        } finally {
            alarm.cancel(false);
        }
    }

    /** The same server, reached over connections that the deadline can cut. */
    private JavaMailSenderImpl over(WatchedSockets sockets) {
        var properties = new Properties();
        properties.putAll(server.getJavaMailProperties());
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtps.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtps.socketFactory.fallback", "false");
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.getHost());
        sender.setPort(server.getPort());
        sender.setProtocol(server.getProtocol());
        sender.setUsername(server.getUsername());
        sender.setPassword(server.getPassword());
        sender.setJavaMailProperties(properties);
        return sender;
    }

    private MimeMessage message(String id, InternetAddress recipient, Mail mail, Instant now) {
        try {
            var message = server.createMimeMessage();
            message.setFrom(MailAddress.named(settings.from(), settings.senderName()));
            message.setRecipient(RecipientType.TO, recipient);
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            message.setHeader("Message-ID", "<%s@%s>".formatted(id, settings.domain()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            if (mail.settings() != null) {
                // The address of a page that asks, and nothing that is done by a single click (RFC 8058).
                message.setHeader("List-Unsubscribe", "<%s>".formatted(mail.settings()));
            }
            message.setContentLanguage(new String[] {mail.language()});
            message.setContent(MailParts.of(mail));
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot compose " + id, e);
        }
    }
}
