package dev.handover.development.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A mail as it came in over SMTP.
 *
 * @param number counts up from 1 and is never used twice
 * @param receivedAt by the clock of the application
 * @param sender address of the envelope; empty for a notification that must not be answered
 * @param recipients addresses of the envelope, blind copies among them, in lower case
 * @param raw the bytes that came in, with the trace headers of the receiving server before them
 */
public record ReceivedMail(int number, Instant receivedAt, String sender, List<String> recipients, byte[] raw) {

    boolean isFor(String address) {
        return recipients.contains(address.strip().toLowerCase(Locale.ROOT));
    }

    /** The readable parts; never fails, since a mail that cannot be read must still be listed. */
    public MailContent content() {
        return MailContent.of(raw);
    }
}
