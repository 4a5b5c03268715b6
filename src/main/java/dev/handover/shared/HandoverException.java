package dev.handover.shared;

import java.util.Locale;

/**
 * A rule of the domain said no. Never used for technical faults, so it is never retried.
 *
 * <p>The message is shown to people as it is: it says what was refused and what to do next, and carries no secret.
 */
public abstract class HandoverException extends RuntimeException {

    /** Kinds of refusal. The slug is the last part of the problem type {@code urn:handover:<slug>}. */
    public enum Code {
        /** Unknown, or not visible to the one who asks: both look the same. */
        NOT_FOUND(404),
        /** The plan document has mistakes; {@code InvalidPlan} lists them all. */
        INVALID_PLAN(422),
        /** A field is missing or has a value that is not offered. */
        INVALID_INPUT(422),
        /** The person may not do this. */
        NOT_ALLOWED(403),
        /** Whoever signs has to prove first that it is them. */
        IDENTITY_NOT_CONFIRMED(403),
        /** Not possible in the phase the go-live is in. */
        WRONG_PHASE(409),
        /** Somebody else was faster, or another go-live is in the way. */
        CONFLICT(409),
        /** What was decided on is not what is there now. */
        STALE_EVIDENCE(409),
        /** It was there, and its time is over. */
        GONE(410),
        /** An upload is larger than allowed. */
        TOO_LARGE(413),
        /** An upload has a media type that is refused. */
        UNSUPPORTED_MEDIA(415),
        /** Something that is needed for it does not answer; the same may work later. */
        UNAVAILABLE(503),
        /** There is no room for it. */
        NO_ROOM(507);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        /** HTTP status (RFC 9110) of an answer that tells of the refusal. */
        public int status() {
            return status;
        }

        /** Lower case with hyphens, as used in problem types. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;

    protected HandoverException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
