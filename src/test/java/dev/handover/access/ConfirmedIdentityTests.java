package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.TestClock;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** When a proof of who somebody is is fresh enough to sign, to the microsecond. */
class ConfirmedIdentityTests {

    private static final Viewer BUSINESS = new Viewer("business", "Business", Set.of(Group.OWNERS));
    private static final Duration VALID = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    private ConfirmedIdentity confirmed(boolean always) {
        var openId = new OpenIdSettings(null, null, null, "", "", "", Map.of(), null);
        return new ConfirmedIdentity(
                new ConfirmationSettings(always, VALID),
                new LoginWays(new LoginSettings(true, Duration.ofMillis(100), null), openId),
                clock);
    }

    private void logIn(Instant provenAt) {
        var login = PasswordLogin.loggedIn(BUSINESS, Proof.byPassword(provenAt));
        SecurityContextHolder.getContext().setAuthentication(login);
    }

    @Test
    void whereNobodyAsksAnOldLoginIsGoodEnough() {
        logIn(clock.instant().minus(Duration.ofHours(7)));
        assertThatCode(() -> confirmed(false).require(false)).doesNotThrowAnyException();
    }

    @Test
    void aProofIsGoodForExactlyAsLongAsTheSettingsSay() {
        logIn(clock.instant().minus(VALID));
        assertThatCode(() -> confirmed(false).require(true)).doesNotThrowAnyException();
        assertThat(confirmed(false).until()).contains(clock.instant());
        logIn(clock.instant().minus(VALID).minusNanos(1000));
        assertRefused(false, true);
        assertThat(confirmed(false).until()).isEmpty();
    }

    @Test
    void anInstallationMayAskAlways() {
        logIn(clock.instant().minus(VALID).minusNanos(1000));
        assertRefused(true, false);
    }

    @Test
    void aLoginThatDoesNotSayWhenItWasProvenIsNoProof() {
        logIn(null);
        assertRefused(false, true);
        var bare = PasswordLogin.loggedIn(BUSINESS, null);
        SecurityContextHolder.getContext().setAuthentication(bare);
        assertRefused(false, true);
        SecurityContextHolder.clearContext();
        assertRefused(false, true);
    }

    private void assertRefused(boolean always, boolean byPlan) {
        assertThatThrownBy(() -> confirmed(always).require(byPlan))
                .hasMessageContaining("Confirm that it is you before you sign")
                .isInstanceOfSatisfying(
                        HandoverException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.IDENTITY_NOT_CONFIRMED));
    }
}
