package dev.handover.notice;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Reads what went wrong between us and a mail server. */
final class MailFault {

    private MailFault() {}

    /** What the server said if it refuses the recipient for good (RFC 5321: a reply 5yz); empty for any other fault. */
    static Optional<String> refusal(MailException fault) {
        return find(fault, SMTPAddressFailedException.class)
                .filter(refusal -> refusal.getReturnCode() >= 500)
                .map(refusal -> "The mail server refuses this recipient: " + MailText.line(refusal.getMessage()));
    }

    /** For an admin: which server, what happened, what to look at. Never a password. */
    static String explain(MailException fault, JavaMailSenderImpl server) {
        var port = server.getPort() == JavaMailSenderImpl.DEFAULT_PORT ? 25 : server.getPort();
        return "The mail server %s:%d did not take the notice: %s. Nothing is lost: it is sent when this job is tried again."
                .formatted(server.getHost(), port, reason(fault, server));
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
        return find(fault, MailConnectException.class).isPresent()
                ? "it cannot be reached (%s); check that it runs, spring.mail.host and spring.mail.port"
                        .formatted(deepest(fault))
                : deepest(fault);
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
