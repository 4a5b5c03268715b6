package dev.handover.checks.guard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one check was given on its way: tokens and session cookies. They are as secret as what they were earned with, so they
 * are taken out of everything the check says. Belongs to one check and is forgotten with it; safe for several threads.
 */
public final class Earnings {

    /** More than any sign-in hands out; a server that goes on is not believed but stopped. */
    private static final int MOST = 200;

    private static final int LONGEST = 8 * 1024;

    private final List<String> held;
    private final Set<String> values = new LinkedHashSet<>();
    private Redaction redaction;
    private boolean isOutdated;

    /** @param held values of the server's own secrets, taken out as well */
    Earnings(List<String> held, Redaction redaction) {
        this.held = held;
        this.redaction = redaction;
    }

    /** The text without any value of a secret or of what was earned, whatever its spelling. */
    public synchronized String redact(String text) {
        if (isOutdated) {
            // One redaction of all, so that a value which contains another one leaves nothing of itself.
            redaction = new Redaction(
                    Stream.concat(held.stream(), values.stream()).distinct().toList());
            isOutdated = false;
        }
        return redaction.apply(text);
    }

    /** A place for the cookies of one person. */
    public Session newSession() {
        return new Session(this);
    }

    /**
     * Remembers a value, and the altered one that may be sent in its place. Values shorter than a secret may be would turn up
     * by chance in every answer and are not taken out.
     *
     * @throws CallFailed if the value is too long, or too many were given before: they could not be taken out any more
     */
    synchronized void add(String value, Place from) throws CallFailed {
        if (value.length() < SecretProperties.SHORTEST || values.contains(value)) {
            return;
        }
        if (value.length() > LONGEST || values.size() >= 2 * MOST) {
            throw new CallFailed("%s: gives more cookies or tokens, or longer ones, than are kept".formatted(from));
        }
        values.add(value);
        values.add(Secrets.altered(value));
        isOutdated = true;
    }

    /** How many, and never which. */
    @Override
    public synchronized String toString() {
        return "Earnings[%d]".formatted(values.size() / 2);
    }
}
