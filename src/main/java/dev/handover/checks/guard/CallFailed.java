package dev.handover.checks.guard;

import java.io.IOException;

/**
 * The called system did not give a usable answer: no connection, no time left, broken TLS, endless redirects, not HTTP.
 * The message says which, names the address, and holds no secret; it is shown to people.
 */
public class CallFailed extends IOException {

    private final boolean timeOver;

    public CallFailed(String message) {
        this(message, false);
    }

    CallFailed(String message, boolean timeOver) {
        super(message);
        this.timeOver = timeOver;
    }

    /** The same in other words, which hold no secret either. */
    public CallFailed saying(String message) {
        return new CallFailed(message, timeOver);
    }

    /** True if the time limit ended the call, and so says nothing more about the called system than that it took too long. */
    public boolean isTimeOver() {
        return timeOver;
    }
}
