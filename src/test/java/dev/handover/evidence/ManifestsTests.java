package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.Manifest.Entry;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EvidenceTest
class ManifestsTests {

    @Autowired
    private Manifests manifests;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private DatabaseOwner owner;

    @Test
    void keptManifestIsReadBackAsItWas() {
        var manifest = new Manifest(
                goLives.create(),
                List.of(EvidenceKind.values()),
                List.of(
                        new Entry(SUPPORT_HANDOFF, "\"Handoff\" \u00fc \ud83d\ude00", Form.FILE, Digest.of("1"), null),
                        new Entry(SUPPORT_HANDOFF, "Runbook", Form.LINK, Digest.of("2"), "https://host/?a=b&c=%20")));

        var digest = manifests.keep(manifest);

        assertThat(digest).isEqualTo(manifest.digest());
        assertThat(manifests.find(digest)).contains(manifest);
    }

    @Test
    void keepingTwiceIsKeepingOnce() {
        var manifest = store.manifest(goLives.create());

        assertThat(manifests.keep(manifest)).isEqualTo(manifests.keep(manifest));
    }

    @Test
    void manifestThatNobodySignedIsNotThere() {
        assertThat(manifests.find(Digest.of("never kept"))).isEmpty();
    }

    @Test
    void changedDocumentIsNotHandedOutAsTheSignedOne() {
        var digest = manifests.keep(store.manifest(goLives.create()));
        owner.tamper(
                "update evidence_manifest set document = replace(document, '[]', '[ ]') where sha256 = ?",
                digest.sha256());

        assertThatThrownBy(() -> manifests.find(digest))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }
}
