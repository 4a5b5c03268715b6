package dev.handover.shared;

/** A refusal that needs no type of its own. Features with more to tell define a subclass of {@link HandoverException}. */
public final class Refusal extends HandoverException {

    private Refusal(Code code, String message) {
        super(code, message);
    }

    /** Unknown and foreign things look the same, so the message never says which it was. */
    public static Refusal notFound(String what, Object id) {
        return new Refusal(Code.NOT_FOUND, "There is no %s \"%s\", or it is not yours to see.".formatted(what, id));
    }

    public static Refusal invalidInput(String message) {
        return new Refusal(Code.INVALID_INPUT, message);
    }

    public static Refusal notAllowed(String message) {
        return new Refusal(Code.NOT_ALLOWED, message);
    }

    public static Refusal identityNotConfirmed(String message) {
        return new Refusal(Code.IDENTITY_NOT_CONFIRMED, message);
    }

    public static Refusal wrongPhase(String message) {
        return new Refusal(Code.WRONG_PHASE, message);
    }

    public static Refusal conflict(String message) {
        return new Refusal(Code.CONFLICT, message);
    }

    public static Refusal staleEvidence(String message) {
        return new Refusal(Code.STALE_EVIDENCE, message);
    }

    public static Refusal tooLarge(String message) {
        return new Refusal(Code.TOO_LARGE, message);
    }

    public static Refusal unsupportedMedia(String message) {
        return new Refusal(Code.UNSUPPORTED_MEDIA, message);
    }

    public static Refusal gone(String message) {
        return new Refusal(Code.GONE, message);
    }

    public static Refusal unavailable(String message) {
        return new Refusal(Code.UNAVAILABLE, message);
    }

    public static Refusal noRoom(String message) {
        return new Refusal(Code.NO_ROOM, message);
    }
}
