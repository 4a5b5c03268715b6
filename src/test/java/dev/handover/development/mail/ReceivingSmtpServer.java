package dev.handover.development.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handover.development.time.Slowness;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Locale;

/**
 * GreenMail's SMTP server, with one mailbox for everybody in place of a mail store per recipient: a mail to several people
 * is kept once, with the recipients of its envelope, and outlives the server. The whole {@code GreenMail} facade is not
 * used because it forgets its mails when it stops.
 */
final class ReceivingSmtpServer extends SmtpServer {

    private final Slowness slowness;
    private final SmtpManager receiving;

    ReceivingSmtpServer(ServerSetup setup, Mailbox mailbox, Slowness slowness) {
        this(setup, new Managers(), mailbox, slowness);
    }

    private ReceivingSmtpServer(ServerSetup setup, Managers managers, Mailbox mailbox, Slowness slowness) {
        super(setup, managers);
        this.slowness = slowness;
        var users = managers.getUserManager();
        users.setAuthRequired(false);
        this.receiving = new Receiving(managers.getImapHostManager(), users, mailbox);
        setDaemon(true);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new SmtpHandler(new SmtpCommandRegistry(), receiving, client) {
            /** Slow before anything was said, so that a sender that gives up has not handed over a mail. */
            @Override
            protected void sendGreetings() {
                slowness.pass();
                super.sendGreetings();
            }
        };
    }

    /** Puts each mail into the mailbox before the sender is told that it was taken. */
    private static final class Receiving extends SmtpManager {

        private final Mailbox mailbox;

        Receiving(ImapHostManager store, UserManager users, Mailbox mailbox) {
            super(store, users);
            this.mailbox = mailbox;
        }

        @Override
        public synchronized void send(SmtpState state) {
            var mail = state.getMessage();
            var raw = new ByteArrayOutputStream();
            try {
                mail.getMessage().writeTo(raw);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException("a mail cannot be kept", e); // told to the sender as 451: try again
            }
            var recipients = mail.getToAddresses().stream()
                    .map(MailAddress::getEmail)
                    .map(address -> address.toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            var sender = mail.getReturnPath();
            mailbox.receive(sender == null ? "" : sender.getEmail(), recipients, raw.toByteArray());
        }
    }
}
