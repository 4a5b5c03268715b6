package dev.handover.checks.guard;

import dev.handover.shared.HandoverException;

/** A secret that a call names is unknown to the server, or may not be sent to the called host. Nothing was sent. */
public class SecretNotUsable extends HandoverException {

    SecretNotUsable(String message) {
        super(Code.NOT_ALLOWED, message);
    }
}
