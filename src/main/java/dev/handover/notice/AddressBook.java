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

    /** @param address null if there is none; @param why there is none; null if there is one */
    record Found(InternetAddress address, Unreachable why) {}

    Found find(String userId) {
        var person = directory.find(userId);
        if (person.isEmpty()) {
            return new Found(null, Unreachable.UNKNOWN);
        }
        if (!directory.canLogIn(userId)) {
            return new Found(null, Unreachable.DISABLED);
        }
        return MailAddress.of(person.get())
                .map(address -> new Found(address, null))
                .orElseGet(() -> new Found(null, Unreachable.NO_ADDRESS));
    }
}
