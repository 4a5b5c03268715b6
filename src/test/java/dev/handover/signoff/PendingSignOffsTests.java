package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A go-live in Berlin whose sign-offs are asked for at 11:00. */
@DomainTest
class PendingSignOffsTests {

    @Autowired
    private PendingSignOffs pendingSignOffs;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestClock clock;

    private GoLiveKey key;

    @BeforeEach
    void ask() {
        key = rehearsal.inSignOff();
    }

    private SignOff business() {
        return pendingSignOffs.hold(key).stream()
                .filter(pending -> pending.role() == Role.BUSINESS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasSignedIsNotWaitedFor() {
        assertThat(pendingSignOffs.hold(key)).extracting(SignOff::role).containsExactlyElementsOf(Role.signing());
        rehearsal.sign(key, Role.BUSINESS);
        assertThat(pendingSignOffs.hold(key)).extracting(SignOff::role).doesNotContain(Role.BUSINESS);
    }

    @Test
    void beingAskedCountsAsBeingTold() {
        assertThat(business().toldAt()).isEqualTo(TestClock.START);
        clock.forward(Duration.ofHours(3));
        pendingSignOffs.reminded(business());
        assertThat(business().reminders()).isOne();
        assertThat(business().toldAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(3)));
    }

    @Test
    void aDeputyIsAskedOnce() {
        assertThat(pendingSignOffs.askDeputy(business())).isTrue();
        clock.forward(Duration.ofDays(3));
        assertThat(pendingSignOffs.askDeputy(business())).isFalse();
        assertThat(business().deputyAskedAt()).isEqualTo(TestClock.START);
    }

    @Test
    void othersAreAskedToStepInOnceADayByTheClocksOfTheGoLive() {
        assertThat(pendingSignOffs.escalate(key, business())).isTrue();
        clock.set(Instant.parse("2026-03-02T22:59:59Z"));
        assertThat(pendingSignOffs.escalate(key, business())).isFalse();
        clock.set(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(pendingSignOffs.escalate(key, business())).isTrue();
        assertThat(business().escalatedAt()).isEqualTo("2026-03-02T23:00:00Z");
    }
}
