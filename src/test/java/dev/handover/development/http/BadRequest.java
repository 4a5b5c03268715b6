package dev.handover.development.http;

/** The caller sent something that cannot be understood. The message is shown to the caller. */
public final class BadRequest extends RuntimeException {

    public BadRequest(String message) {
        super(message);
    }
}
