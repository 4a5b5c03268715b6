package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads back everything that is kept, and tells what is not what it was. Contents whose time is over are gone, and fine. */
@Component
public class IntegrityCheck {

    private static final int BATCH = 100;

    private final Contents contents;
    private final EvidenceVersions versions;

    IntegrityCheck(Contents contents, EvidenceVersions versions) {
        this.contents = contents;
        this.versions = versions;
    }

    /**
     * @param checked number of contents that were read
     * @param damaged those whose bytes do not have their digest, or are not all there
     */
    public record Report(int checked, List<Damage> damaged) {

        public boolean isSound() {
            return damaged.isEmpty();
        }
    }

    /** A damaged content, and every item version that relies on it. */
    public record Damage(Digest content, List<Evidence> evidence) {}

    /** Reads every content once. Takes as long as reading all evidence takes; holds no transaction meanwhile. */
    public Report run() {
        int checked = 0;
        var damaged = new ArrayList<Damage>();
        var batch = contents.digests("", BATCH);
        while (!batch.isEmpty()) {
            for (var digest : batch) {
                checked++;
                if (!isSound(digest)) {
                    damaged.add(damage(digest));
                }
            }
            batch = contents.digests(batch.get(batch.size() - 1).sha256(), BATCH);
        }
        return new Report(checked, List.copyOf(damaged));
    }

    private boolean isSound(Digest digest) {
        try (var bytes = contents.open(digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (Refusal purgedMeanwhile) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Damage damage(Digest digest) {
        return new Damage(
                digest,
                versions.findBySha256OrderByAddedAtAscVersionAsc(digest.sha256()).stream()
                        .map(EvidenceVersion::view)
                        .toList());
    }
}
