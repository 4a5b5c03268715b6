package dev.handover.board.briefing;

import java.util.Locale;

/** Sizes for people. */
public final class Sizes {

    private static final long KIB = 1024;

    private Sizes() {}

    /** For example {@code 340 B}, {@code 12 KB}, {@code 2.4 MB}; a KB is 1024 bytes, as file managers show it. */
    public static String show(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        if (bytes < KIB * KIB) {
            return (bytes + KIB / 2) / KIB + " KB";
        }
        var megabytes = (double) bytes / (KIB * KIB);
        return megabytes == Math.rint(megabytes)
                ? "%d MB".formatted((long) megabytes)
                : String.format(Locale.ENGLISH, "%.1f MB", megabytes);
    }
}
