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

    /**
     * A part of all contents.
     *
     * @param until digest of the last content read, for the next portion to begin after
     * @param isLast true if there is no content after it
     */
    public record Portion(Report report, String until, boolean isLast) {}

    /**
     * Reads the contents that follow a digest, in the order of digests, until they have so many bytes together.
     *
     * @param after empty for the first portion
     * @param bytes the content that reaches it is read to its end
     */
    public Portion portion(String after, long bytes) {
        var checked = 0;
        var read = 0L;
        var until = after;
        var damaged = new ArrayList<Damage>();
        var batch = contents.digests(after, BATCH);
        while (!batch.isEmpty()) {
            for (var digest : batch) {
                if (read >= bytes) {
                    return new Portion(new Report(checked, List.copyOf(damaged)), until, false);
                }
                checked++;
                read += readBack(digest, damaged);
                until = digest.sha256();
            }
            batch = contents.digests(until, BATCH);
        }
        return new Portion(new Report(checked, List.copyOf(damaged)), until, true);
    }

    /** Reads every content once. Takes as long as reading all evidence takes; holds no transaction meanwhile. */
    public Report run() {
        return portion("", Long.MAX_VALUE).report();
    }

    /** @return count of bytes that could be read */
    private long readBack(Digest digest, List<Damage> damaged) {
        try (var bytes = contents.open(digest)) {
            return bytes.transferTo(OutputStream.nullOutputStream());
        } catch (Refusal purgedMeanwhile) {
            return 0;
        } catch (IOException e) {
            damaged.add(damage(digest));
            return 0;
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
