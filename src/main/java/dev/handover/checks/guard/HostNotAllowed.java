package dev.handover.checks.guard;

import dev.handover.shared.HandoverException;

/** A call was refused before any connection was made: its host is not allowed, or its name leads where no call may go. */
public class HostNotAllowed extends HandoverException {

    HostNotAllowed(String message) {
        super(Code.NOT_ALLOWED, message);
    }
}
