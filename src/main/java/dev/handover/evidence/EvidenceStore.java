package dev.handover.evidence;

import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.EvidenceRegister.Arrival;
import dev.handover.evidence.EvidenceVersion.Item;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The evidence of go-lives: added, never overwritten, never deleted.
 *
 * <p>An item is a title of a kind and form within a go-live. Adding under the same title makes the next version of the item;
 * adding what its latest version says already changes nothing and returns that version. What is received is read
 * completely, outside of any transaction of this class, before anything is recorded; a refusal records nothing. Each real
 * change publishes {@link EvidenceChanged} in the transaction that records it.
 *
 * <p>All {@code add…} methods throw {@link HandoverException}: {@code NOT_FOUND} and {@code WRONG_PHASE} as
 * {@link EvidenceAccess#checkOpen} says, {@code INVALID_INPUT} for a missing or overlong title and for empty content,
 * {@code TOO_LARGE} beyond {@link EvidenceSettings#maxFileSize()}, {@code NO_ROOM} if the quota or the disk is full. Whether a person may add is asked where the person comes in.
 */
@Service
public class EvidenceStore {

    private static final Comparator<Evidence> BY_KIND = Comparator.comparing(Evidence::kind);

    /** Each of them waits for a step that somebody else takes in the same go-live. */
    private static final int MOST_ATTEMPTS = 20;

    private final EvidenceRegister register;
    private final EvidenceVersions versions;
    private final Contents contents;
    private final MediaTypes mediaTypes;
    private final LinkCapture capture;
    private final MalwareScan scan;
    private final EvidenceAccess access;
    private final EvidenceSettings settings;

    EvidenceStore(
            EvidenceRegister register,
            EvidenceVersions versions,
            Contents contents,
            MediaTypes mediaTypes,
            LinkCapture capture,
            MalwareScan scan,
            EvidenceAccess access,
            EvidenceSettings settings) {
        this.register = register;
        this.versions = versions;
        this.contents = contents;
        this.mediaTypes = mediaTypes;
        this.capture = capture;
        this.scan = scan;
        this.access = access;
        this.settings = settings;
    }

    /**
     * Adds a file.
     *
     * @param fileName as the sender calls it; folders and whatever cannot be shown or stored safely are dropped
     * @param bytes read to the end, or to the size limit; not closed
     * @throws Refusal (unsupported media) for programs and scripts, (invalid input) for malware, (unavailable) if a scanner is
     *     set up and does not answer
     * @throws UncheckedIOException if the stream breaks
     */
    public Evidence addFile(
            GoLiveKey goLive, EvidenceKind kind, String title, String fileName, InputStream bytes, String by) {
        var item = item(goLive, kind, title, Form.FILE);
        var name = CleanText.fileName(fileName);
        try (var material = Material.receive(bytes, settings)) {
            var mediaType = mediaTypes.ofFile(material.head(), name);
            scan.requireClean(material, name);
            return record(new Arrival(item, material, mediaType, name, null), by);
        } catch (IOException e) {
            throw new UncheckedIOException("The file did not arrive completely.", e);
        }
    }

    /** Adds words that the person stands for, at most {@value CleanText#LONGEST_STATEMENT} characters. */
    public Evidence addStatement(GoLiveKey goLive, EvidenceKind kind, String title, String text, String by) {
        var item = item(goLive, kind, title, Form.STATEMENT);
        var bytes = CleanText.statement(text).getBytes(StandardCharsets.UTF_8);
        return add(item, bytes, "text/plain", CleanText.fileName(item.title() + ".txt"), by);
    }

    /**
     * Adds a link with a copy of what its address answers now.
     *
     * @throws Refusal (invalid input) for an address that is not http or https, has credentials in it, may not be reached, or does
     *     not answer
     */
    public Evidence addLink(GoLiveKey goLive, EvidenceKind kind, String title, URI link, String by) {
        var item = item(goLive, kind, title, Form.LINK);
        var address = Links.requireCapturable(link);
        try (var answer = capture.open(address);
                var material = Material.receive(answer, settings)) {
            var name = Links.fileName(address);
            scan.requireClean(material, name);
            return record(new Arrival(item, material, mediaTypes.of(material.head(), name), name, address), by);
        } catch (IOException e) {
            throw Refusal.invalidInput("%s broke off before its answer was complete. Try again, or attach a file."
                    .formatted(address.getHost()));
        }
    }

    /** Adds one observation, see {@link #addObservations}. */
    public Evidence addObservation(
            GoLiveKey goLive, EvidenceKind kind, String title, String mediaType, byte[] bytes, String by) {
        return addObservations(goLive, List.of(new NewObservation(kind, title, mediaType, bytes)), by)
                .get(0);
    }

    /**
     * Adds what checks observed, however many, as if one after the other, in a few statements.
     *
     * @return one for each observation, in the same order
     */
    public List<Evidence> addObservations(GoLiveKey goLive, List<NewObservation> observations, String by) {
        if (observations.isEmpty()) {
            return List.of();
        }
        access.checkOpen(goLive);
        return register.addAll(
                goLive, observations.stream().map(each -> arrival(goLive, each)).toList(), by);
    }

    private Arrival arrival(GoLiveKey goLive, NewObservation observation) {
        var title = CleanText.title(observation.title());
        var item = new Item(goLive, observation.kind(), title, Form.OBSERVATION);
        return new Arrival(
                item,
                Material.of(observation.bytes(), settings),
                observation.mediaType(),
                observation.fileName(title),
                null);
    }

    private Evidence add(Item item, byte[] bytes, String mediaType, String fileName, String by) {
        try (var material = Material.of(bytes, settings)) {
            return record(new Arrival(item, material, mediaType, fileName, null), by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is recorded tells the process, and the process may be taking a step of its own at that very moment. Then the whole is
     * done again after that step, so that nobody's evidence is refused for it. Not within a transaction of the caller: that one
     * cannot go on.
     */
    private Evidence record(Arrival arrival, String by) {
        for (int attempt = 1; ; attempt++) {
            try {
                return register.add(arrival, by);
            } catch (HandoverException refusal) {
                if (refusal.code() != Code.CONFLICT
                        || attempt == MOST_ATTEMPTS
                        || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw refusal;
                }
                access.checkOpen(arrival.item().goLive());
            }
        }
    }

    private Item item(GoLiveKey goLive, EvidenceKind kind, String title, Form form) {
        access.checkOpen(goLive);
        return new Item(goLive, kind, CleanText.title(title), form);
    }

    /** The latest version of each item, by kind and title. */
    public List<Evidence> current(GoLiveKey goLive) {
        return current(goLive, EnumSet.allOf(EvidenceKind.class));
    }

    /** The latest version of each item of these kinds, by kind and title. */
    public List<Evidence> current(GoLiveKey goLive, Set<EvidenceKind> kinds) {
        return versions.current(goLive.value(), kinds).stream()
                .map(EvidenceVersion::view)
                .sorted(BY_KIND)
                .toList();
    }

    /** Every version of every item, oldest first. */
    public List<Evidence> history(GoLiveKey goLive) {
        return versions.findByGoLiveOrderByAddedAtAscVersionAsc(goLive.value()).stream()
                .map(EvidenceVersion::view)
                .toList();
    }

    /**
     * One version of one item, current or not.
     *
     * @throws Refusal (not found) if that go-live has none with that id
     */
    public Evidence find(GoLiveKey goLive, UUID id) {
        return versions.findByGoLiveAndId(goLive.value(), id)
                .map(EvidenceVersion::view)
                .orElseThrow(() -> Refusal.notFound("evidence", id));
    }

    /**
     * The content, fetched piece by piece and checked against its digest before its end is handed out; holds no connection
     * between two pieces.
     *
     * @return a stream that throws {@link DamagedContent} if the stored bytes are not what was recorded
     * @throws Refusal (gone) if they were deleted when their time was over
     */
    public InputStream open(Evidence evidence) {
        return contents.open(evidence.sha256());
    }

    /** Returns if {@link #open} would find the content. @throws Refusal (gone) as there */
    public void requireKept(Evidence evidence) {
        contents.requireKept(evidence.sha256());
    }

    /**
     * Contents of at most 256 KiB, all in one go; an item that is larger, damaged or not of that go-live is left out.
     *
     * @param ids of versions, not many
     */
    public Map<UUID, byte[]> smallContents(GoLiveKey goLive, Collection<UUID> ids) {
        var digests = versions.findByGoLiveAndIdIn(goLive.value(), ids).stream()
                .map(EvidenceVersion::view)
                .collect(Collectors.toMap(Evidence::id, Evidence::sha256));
        var found = contents.small(Set.copyOf(digests.values()));
        digests.values().retainAll(found.keySet());
        return digests.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> found.get(each.getValue())));
    }

    /** Exactly what there is now, of all kinds. */
    public Manifest manifest(GoLiveKey goLive) {
        return manifest(goLive, EnumSet.allOf(EvidenceKind.class));
    }

    /** Exactly what there is now of these kinds. */
    public Manifest manifest(GoLiveKey goLive, Set<EvidenceKind> kinds) {
        return Manifest.of(goLive, kinds, current(goLive, kinds));
    }

    /**
     * Keeps everybody else from changing the go-live's evidence until the current transaction ends. Whoever signs a manifest
     * calls this before comparing it with the current one, so that no change slips in between.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    public void holdStill(GoLiveKey goLive) {
        register.holdStill(goLive);
    }

    /** The kinds of the source document that have no evidence yet, in its order. */
    public Set<EvidenceKind> missingKinds(GoLiveKey goLive) {
        var missing = EnumSet.allOf(EvidenceKind.class);
        current(goLive).forEach(each -> missing.remove(each.kind()));
        return missing;
    }
}
