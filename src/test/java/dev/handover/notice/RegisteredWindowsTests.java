package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.golive.Deputies;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Period;
import dev.handover.golive.Progress;
import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is invited to a release window. It begins at twenty past ten on 2 March 2026 UTC. */
@DomainTest
class RegisteredWindowsTests {

    private static final String THAT_DAY = "2026-03-02";
    private static final String NEXT_DAY = "2026-03-03";

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Progress progress;

    @Autowired
    private Rehearsal rehearsal;

    private ReleaseWindows windows;
    private GoLiveKey key;

    @BeforeEach
    void submit() {
        windows = new RegisteredWindows(register, deputies);
        key = rehearsal.submitted();
    }

    @Test
    void requesterAndOwnersHaveAPartAndValidatorsHaveNone() {
        var window = windows.windowOf(key);
        assertThat(window.start()).isEqualTo(Rehearsal.WINDOW_START);
        assertThat(window.end()).isEqualTo(Rehearsal.WINDOW_END);
        assertThat(window.people())
                .extracting(Invitee::person)
                .containsExactly("business", "change", "customer", "environment", "production", "requester", "support");
        assertThat(window.people()).extracting(Invitee::onBehalfOf).containsOnlyNulls();
        assertThat(window.concerns("support")).isTrue();
        assertThat(window.concerns("validator")).isFalse();
    }

    @Test
    void itIsAwaitedFromApprovalUntilItIsDecided() {
        assertThat(windows.windowOf(key).awaited()).isFalse();
        progress.enter(key, Phase.RELEASE);
        assertThat(windows.windowOf(key).awaited()).isTrue();
        progress.enter(key, Phase.STABILIZATION);
        assertThat(windows.windowOf(key).awaited()).isFalse();
    }

    @Test
    void whoStandsInWhenItBeginsHasAPartForTheOwner() {
        name("business", "deputy", THAT_DAY);
        assertThat(windows.windowOf(key).people())
                .contains(new Invitee("deputy", "business"), new Invitee("business", null));
    }

    @Test
    void whoStandsInOnOtherDaysOrForTheRequesterOrHasAPartAnywayIsNotOneMore() {
        name("business", "deputy", NEXT_DAY);
        name("requester", "outsider", THAT_DAY);
        name("production", "support", THAT_DAY);
        assertThat(windows.windowOf(key).people())
                .hasSize(7)
                .extracting(Invitee::onBehalfOf)
                .containsOnlyNulls();
    }

    private void name(String principal, String deputy, String day) {
        deputies.name(
                new Deputies.Naming(principal, deputy, Period.read(day, day, "UTC", ZoneOffset.UTC), null), principal);
    }
}
