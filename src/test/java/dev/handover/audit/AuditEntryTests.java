package dev.handover.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.audit.AuditEntry.Kind;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditEntryTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final Instant AT = Instant.parse("2026-11-26T09:00:00.123456Z");
    private static final Digest MANIFEST = Digest.of("manifest");
    private static final Act ACT = new Act("business", "owner", "Signed", "evidence", MANIFEST);
    private static final AuditEntry ENTRY = new AuditEntry(7, KEY, AT, Kind.ACT, ACT, "203.0.113.7");
    private static final String PREVIOUS = AuditEntry.genesis(KEY).sha256();

    @Test
    void theHashIsThatOfTheEntryAsCanonicalJson() {
        assertThat(ENTRY.hash(PREVIOUS)).isEqualTo(Digest.of("""
                        {"actor":"business","at":"2026-11-26T09:00:00.123456Z","detail":"evidence","goLive":"aurora-production-1",\
                        "kind":"act","manifest":"%s","onBehalfOf":"owner","origin":"203.0.113.7","previous":"%s","words":"Signed"}""".formatted(MANIFEST, PREVIOUS)));
    }

    @ParameterizedTest
    @MethodSource
    void whateverIsChangedChangesTheHash(AuditEntry changed) {
        assertThat(changed.hash(PREVIOUS)).isNotEqualTo(ENTRY.hash(PREVIOUS));
    }

    static Stream<AuditEntry> whateverIsChangedChangesTheHash() {
        return Stream.of(
                new AuditEntry(7, new GoLiveKey("aurora-production-2"), AT, Kind.ACT, ACT, "203.0.113.7"),
                new AuditEntry(7, KEY, AT.plusNanos(1_000), Kind.ACT, ACT, "203.0.113.7"),
                new AuditEntry(7, KEY, AT, Kind.SHOWN, ACT, "203.0.113.7"),
                new AuditEntry(7, KEY, AT, Kind.ACT, ACT, "203.0.113.8"),
                with(new Act("support", "owner", "Signed", "evidence", MANIFEST)),
                with(new Act("business", null, "Signed", "evidence", MANIFEST)),
                with(new Act("business", "owner", "Signed ", "evidence", MANIFEST)),
                with(new Act("business", "owner", "Signed", null, MANIFEST)),
                with(new Act("business", "owner", "Signed", "evidence", null)));
    }

    private static AuditEntry with(Act act) {
        return new AuditEntry(7, KEY, AT, Kind.ACT, act, "203.0.113.7");
    }

    @Test
    void theSameEntryElsewhereInTheChainHasAnotherHash() {
        assertThat(ENTRY.hash(Digest.of("another").sha256())).isNotEqualTo(ENTRY.hash(PREVIOUS));
    }

    @Test
    void noChainCanStandInForThatOfAnotherGoLive() {
        assertThat(AuditEntry.genesis(new GoLiveKey("aurora-production-2"))).isNotEqualTo(AuditEntry.genesis(KEY));
    }

    @Test
    void anActIsInOnesOwnNameUnlessItSaysForWhom() {
        var act = Act.of("deputy", "Signed", null);
        assertThat(act).isEqualTo(new Act("deputy", null, "Signed", "", null));
        assertThat(act.onBehalfOf("business").on(MANIFEST))
                .isEqualTo(new Act("deputy", "business", "Signed", "", MANIFEST));
    }
}
