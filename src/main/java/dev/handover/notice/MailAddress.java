package dev.handover.notice;

import dev.handover.shared.Person;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of people, as the identity provider has them. */
final class MailAddress {

    private MailAddress() {}

    /** Name and address for a header; empty if the person has no address, or one that is not a single plain one. */
    static Optional<InternetAddress> of(Person person) {
        var address = person.email() == null ? "" : person.email().strip();
        return isPlain(address) ? Optional.of(named(address, person.name())) : Optional.empty();
    }

    private static boolean isPlain(String address) {
        try {
            var parsed = new InternetAddress(address, true);
            parsed.validate();
            return address.contains("@")
                    && address.equals(parsed.getAddress())
                    && address.equals(MailText.line(address));
        } catch (AddressException e) {
            return false;
        }
    }

    static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, MailText.headerLine(name), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }
}
