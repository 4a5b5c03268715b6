package dev.handover.process;

import dev.handover.signoff.Reliance;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The table of reliance as it ships, for tests without an engine. */
public final class ShippedReliance {

    private ShippedReliance() {}

    public static Reliance read() {
        try {
            return new RelianceTable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
