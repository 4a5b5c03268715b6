package dev.handover.notice;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Reads what went wrong between us and a mail server. */
final class MailFault {

    private MailFault() {}

    /** Replies that the mailbox, or the server's disk, is full: RFC 5321 has one for now and one for good, and servers mix them up. */
    private static final Set<Integer> FULL = Set.of(452, 552);

    /** Replies that ask to come again, as to a sender that the server does not know yet. */
    private static final Set<Integer> LATER = Set.of(421, 450, 451);

    /** A reply with an enhanced status code in front of its words. */
    private static final Pattern STATUS = Pattern.compile("^5[0-9]{2}[ -](5[.][0-9]{1,3}[.][0-9]{1,3})\\b");

    private static final Pattern NO_MAILBOX = Pattern.compile("5[.]1[.][0-9]+|5[.]2[.]1");

    private static final Set<Integer> NO_MAILBOX_REPLIES = Set.of(550, 551, 553);

    /**
     * What the server said if it refuses this very recipient for good: no such mailbox (RFC 3463: status 5.1.z), one that is
     * disabled (5.2.1), or without a status a reply that is about mailboxes (RFC 5321). Whatever else is refused at this place,
     * relaying or a sender on some list, is about us and not about them, and is mended some day; so is a full mailbox.
     */
    static Optional<String> refusal(MailException fault) {
        return find(fault, SMTPAddressFailedException.class)
                .filter(MailFault::isAboutTheMailbox)
                .map(refusal -> "The mail server refuses this recipient, %s: %s (%s)."
                        .formatted(
                                MailText.line(refusal.getAddress().getAddress()),
                                inWords(refusal),
                                MailText.line(refusal.getMessage())));
    }

    private static boolean isAboutTheMailbox(SMTPAddressFailedException refusal) {
        return status(refusal)
                .map(status -> NO_MAILBOX.matcher(status).matches())
                .orElseGet(() -> NO_MAILBOX_REPLIES.contains(refusal.getReturnCode()));
    }

    private static Optional<String> status(SMTPAddressFailedException refusal) {
        var status = STATUS.matcher(String.valueOf(refusal.getMessage()));
        return status.find() ? Optional.of(status.group(1)) : Optional.empty();
    }

    /** What status or reply mean (RFC 3463, 5321, 7505), for whoever is to correct the address. */
    private static String inWords(SMTPAddressFailedException refusal) {
        return switch (status(refusal).orElse("reply " + refusal.getReturnCode())) {
            case "5.1.2", "5.1.10" -> "nobody gets mail at this domain";
            case "5.1.3", "reply 553" -> "it is not written as an address of its server";
            case "5.1.6" -> "the mailbox has moved";
            case "5.2.1" -> "the mailbox is switched off";
            case "reply 551" -> "the mailbox is not on this server";
            default -> "there is no such mailbox";
        };
    }

    /** For an admin: which server, what happened, what to look at. Never a password. */
    static String explain(MailException fault, JavaMailSenderImpl server) {
        return explain(reason(fault, server), server);
    }

    /** For an admin: the server answered again and again, and never came to an end. */
    static String tooSlow(Duration deadline, JavaMailSenderImpl server) {
        return explain(
                "it was too slow, and was cut off after %d seconds; look at its load".formatted(deadline.toSeconds()),
                server);
    }

    private static String explain(String reason, JavaMailSenderImpl server) {
        var port = server.getPort() == JavaMailSenderImpl.DEFAULT_PORT ? 25 : server.getPort();
        return "The mail server %s:%d did not take the notice: %s. Nothing is lost: it is sent when this job is tried again."
                .formatted(server.getHost(), port, reason);
    }

    private static String reason(MailException fault, JavaMailSenderImpl server) {
        if (fault instanceof MailAuthenticationException) {
            return "it refuses the login of \"%s\" (%s); check spring.mail.username and spring.mail.password"
                    .formatted(server.getUsername(), deepest(fault));
        }
        if (find(fault, UnknownHostException.class).isPresent()) {
            return "no such host; check spring.mail.host";
        }
        if (find(fault, SocketTimeoutException.class).isPresent()) {
            return "it did not answer in time";
        }
        var reply = reply(fault);
        if (FULL.contains(reply)) {
            return "the mailbox of the recipient is full, or its server (%s)".formatted(deepest(fault));
        }
        if (LATER.contains(reply)) {
            return "it asks to try again later (%s)".formatted(deepest(fault));
        }
        return find(fault, MailConnectException.class).isPresent()
                ? "it cannot be reached (%s); check that it runs, spring.mail.host and spring.mail.port"
                        .formatted(deepest(fault))
                : deepest(fault);
    }

    /** What the server answered, about the recipient or the message; 0 if it did not. */
    private static int reply(MailException fault) {
        return find(fault, SMTPAddressFailedException.class)
                .map(SMTPAddressFailedException::getReturnCode)
                .or(() -> find(fault, SMTPSendFailedException.class).map(SMTPSendFailedException::getReturnCode))
                .orElse(0);
    }

    private static String deepest(MailException fault) {
        var all = chain(fault);
        var deepest = all.get(all.size() - 1);
        var message = MailText.line(deepest.getMessage());
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> Optional<T> find(MailException fault, Class<T> type) {
        return chain(fault).stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * The fault with its causes. Spring keeps those of a refused message apart, Jakarta Mail chains them in its own
     * way.
     */
    private static List<Throwable> chain(MailException fault) {
        var chain = new ArrayList<Throwable>();
        Throwable next = fault;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = causeOf(next);
        }
        return chain;
    }

    private static Throwable causeOf(Throwable fault) {
        if (fault instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            return send.getMessageExceptions()[0];
        }
        return fault instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : fault.getCause();
    }
}
