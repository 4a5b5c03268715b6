package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.ENVIRONMENT_INVENTORY;
import static dev.handover.shared.EvidenceKind.INTEGRATION_VALIDATION;
import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.Manifest.Entry;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManifestTests {

    private static final GoLiveKey GO_LIVE = new GoLiveKey("aurora-production-1");
    private static final Digest ONE = Digest.of("one");
    private static final Digest TWO = Digest.of("two");
    private static final Entry INVENTORY = new Entry(ENVIRONMENT_INVENTORY, "Inventory", Form.FILE, ONE, null);
    private static final Entry ERP = new Entry(INTEGRATION_VALIDATION, "ERP", Form.OBSERVATION, TWO, null);
    private static final Entry PAGE = new Entry(ENVIRONMENT_INVENTORY, "Page", Form.LINK, ONE, "https://host/a");

    @Test
    void documentIsCanonicalJsonOfWhatWasThere() {
        assertThat(manifest(ERP, PAGE, INVENTORY).document()).isEqualTo("""
                        {"evidence":[\
                        {"form":"file","kind":"environment-inventory","sha256":"%1$s","title":"Inventory"},\
                        {"form":"link","kind":"environment-inventory","sha256":"%1$s","source":"https://host/a","title":"Page"},\
                        {"form":"observation","kind":"integration-validation","sha256":"%2$s","title":"ERP"}],\
                        "goLive":"aurora-production-1",\
                        "kinds":["environment-inventory","integration-validation"],\
                        "manifest":"handover-1"}""".formatted(ONE, TWO));
    }

    @Test
    void digestIsThatOfTheDocument() {
        var manifest = manifest(ERP, INVENTORY);

        assertThat(manifest.digest()).isEqualTo(Digest.of(manifest.document()));
    }

    @Test
    void orderInWhichEvidenceCameDoesNotMatter() {
        assertThat(manifest(ERP, INVENTORY, PAGE)).isEqualTo(manifest(PAGE, INVENTORY, ERP));
    }

    @Test
    void sameBytesUnderTheSameTitlesAreTheSameWhateverTheVersion() {
        assertThat(Manifest.of(GO_LIVE, Set.of(SUPPORT_HANDOFF), List.of(evidence(1, "requester", "a.txt"))))
                .isEqualTo(Manifest.of(GO_LIVE, Set.of(SUPPORT_HANDOFF), List.of(evidence(3, "support", "b.txt"))));
    }

    @Test
    void otherGoLiveKindTitleFormBytesOrAddressIsAnotherDigest() {
        var base = manifest(INVENTORY);
        var others = List.of(
                manifest(),
                manifest(INVENTORY, ERP),
                manifest(new Entry(INTEGRATION_VALIDATION, "Inventory", Form.FILE, ONE, null)),
                manifest(new Entry(ENVIRONMENT_INVENTORY, "inventory", Form.FILE, ONE, null)),
                manifest(new Entry(ENVIRONMENT_INVENTORY, "Inventory", Form.STATEMENT, ONE, null)),
                manifest(new Entry(ENVIRONMENT_INVENTORY, "Inventory", Form.FILE, TWO, null)),
                manifest(new Entry(ENVIRONMENT_INVENTORY, "Inventory", Form.LINK, ONE, "https://host/")),
                new Manifest(new GoLiveKey("other"), base.kinds(), base.entries()),
                new Manifest(GO_LIVE, List.of(ENVIRONMENT_INVENTORY), base.entries()));

        assertThat(others).extracting(Manifest::digest).doesNotHaveDuplicates().doesNotContain(base.digest());
    }

    @Test
    void absenceIsPartOfWhatIsSaid() {
        assertThat(Manifest.of(GO_LIVE, Set.of(SUPPORT_HANDOFF), List.of()).digest())
                .isNotEqualTo(Manifest.of(GO_LIVE, Set.of(ENVIRONMENT_INVENTORY), List.of())
                        .digest());
    }

    @Test
    void differenceNamesWhatCameChangedAndWent() {
        var newer = new Entry(ENVIRONMENT_INVENTORY, "Inventory", Form.FILE, TWO, null);
        var moved = new Entry(ENVIRONMENT_INVENTORY, "Page", Form.LINK, ONE, "https://host/b");
        var handoff = new Entry(SUPPORT_HANDOFF, "Handoff", Form.FILE, ONE, null);

        var difference = manifest(INVENTORY, PAGE, ERP).differenceTo(manifest(newer, moved, handoff));

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.lines())
                .containsExactly(
                        "Added: Support handoff \"Handoff\" (7692c3ad3540)",
                        "Changed: Environment inventory \"Inventory\" from 7692c3ad3540 to 3fc4ccfe7458",
                        "Changed: Environment inventory \"Page\" from 7692c3ad3540 at https://host/a to 7692c3ad3540 at https://host/b",
                        "Removed: Integration validation \"ERP\" (3fc4ccfe7458)");
    }

    @Test
    void nothingIsDifferentBetweenEqualManifests() {
        var difference = manifest(ERP, INVENTORY).differenceTo(manifest(INVENTORY, ERP));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.lines()).isEmpty();
    }

    private static Manifest manifest(Entry... entries) {
        return new Manifest(GO_LIVE, List.of(INTEGRATION_VALIDATION, ENVIRONMENT_INVENTORY), List.of(entries));
    }

    private static Evidence evidence(int version, String by, String fileName) {
        return new Evidence(
                UUID.randomUUID(),
                GO_LIVE,
                EvidenceKind.SUPPORT_HANDOFF,
                "Handoff",
                Form.LINK,
                version,
                ONE,
                3,
                "text/plain",
                fileName,
                URI.create("https://host/"),
                by,
                Instant.EPOCH.plusSeconds(version));
    }
}
