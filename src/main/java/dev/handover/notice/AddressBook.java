package dev.handover.notice;

import dev.handover.shared.Directory;
import jakarta.mail.internet.InternetAddress;
import org.springframework.stereotype.Component;

/** Finds where a mail to somebody goes. */
@Component
class AddressBook {

    private final Directory directory;

    AddressBook(Directory directory) {
        this.directory = directory;
    }

    /** @param address null if there is none; @param reason why, for an admin; null if there is one */
    record Found(InternetAddress address, String reason) {}

    Found find(String userId) {
        var person = directory.find(userId);
        if (person.isEmpty()) {
            return new Found(null, "The identity provider does not know this person.");
        }
        if (!directory.canLogIn(userId)) {
            return new Found(null, "The account of this person is disabled.");
        }
        return MailAddress.of(person.get())
                .map(address -> new Found(address, null))
                .orElseGet(() -> new Found(null, "The person has no usable e-mail address in the identity provider."));
    }
}
