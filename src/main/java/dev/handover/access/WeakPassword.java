package dev.handover.access;

import dev.handover.shared.HandoverException;
import java.util.List;

/** A password that breaks rules; says which. */
public class WeakPassword extends HandoverException {

    private final List<String> broken;

    WeakPassword(List<String> broken) {
        super(Code.INVALID_INPUT, "The password is not good enough. " + String.join(" ", broken));
        this.broken = List.copyOf(broken);
    }

    /** The rules it breaks, a sentence each. */
    public List<String> broken() {
        return broken;
    }
}
