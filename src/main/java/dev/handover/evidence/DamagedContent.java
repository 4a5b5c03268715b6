package dev.handover.evidence;

import dev.handover.shared.Digest;
import java.io.IOException;

/** Stored bytes are not (all) there any more, or are not those of their digest. A technical fault, never a refusal. */
public class DamagedContent extends IOException {

    DamagedContent(Digest digest) {
        super("The stored content %s is damaged. Restore it from a backup.".formatted(digest));
    }
}
