package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.development.customer.Part;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.mail.MailServer;
import dev.handover.development.mail.ReceivedMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole lives in which the environment changes, or something fails at night, on the started application. */
@ApplicationTest
class EnvironmentLifeTests {

    /**
     * There is one in it also where clocks are put back, and never two: after a night that comes late, the next is that after
     * the present moment.
     */
    private static final Duration ONE_NIGHT = Duration.ofHours(25);

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private SampleCustomerEnvironment customer;

    @Autowired
    private MailServer mail;

    @AfterEach
    void mend() {
        customer.switches().mendAll();
    }

    /** A go-live whose window opens six days after submission. */
    private Handoff.Run startWithNights() {
        return handoff.start(handoff.plan()
                .replace("PT20M", "P6D")
                .replace("PT4H20M", "P6DT4H")
                .replace("freezeEnd: P1D", "freezeEnd: P7D"));
    }

    @Test
    void theFingerprintIsTakenAtValidationAndKeptAsEvidence() {
        var goLive = handoff.start();
        assertThat(goLive.state().get("fingerprint").isNull()).isTrue();
        goLive.meetPrerequisites();
        var fingerprint = goLive.state().get("fingerprint");
        assertThat(values(fingerprint.get("fields"), "id"))
                .contains("url", "tenant", "label", "version", "identity-provider", "token-endpoint")
                .doesNotContain("certificate");
        assertThat(fingerprint.get("outcome").asText()).isEqualTo("unchanged");
        var kept = item(goLive.state().get("evidence"), "title", "Environment fingerprint");
        assertThat(kept.get("kind").asText()).isEqualTo("environment-inventory");
        assertThat(kept.get("id").asText())
                .isEqualTo(fingerprint.get("evidence").asText());
        assertThat(rest.get("auditor", kept.get("content").asText()).text()).contains("\"version\":\"4.2.1\"");
    }

    @Test
    void aDifferenceAtNightHoldsTheGoLiveIsToldOnceAndIsGoneWhenMended() {
        var goLive = startWithNights().reachRelease();
        customer.switches().breakDown(Part.VERSION);
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(goLive.state().get("onHold").asBoolean()).isTrue();
        assertThat(goLive.state().get("holds").toString())
                .contains("Environment unchanged since validation: version 4.2.1 -> 4.2.2");
        var difference = goLive.state().at("/fingerprint/differences/0");
        assertThat(difference.get("field").asText()).isEqualTo("version");
        assertThat(difference.get("before").asText()).isEqualTo("4.2.1");
        assertThat(difference.get("after").asText()).isEqualTo("4.2.2");
        goLive.wait(ONE_NIGHT);
        assertThat(told(goLive, "production")).as("told once, not every night").isOne();
        assertThat(List.of(told(goLive, "environment"), told(goLive, "requester")))
                .containsOnly(1L);
        assertThat(rest.get("auditor", goLive.path("/report")).text()).contains("version 4.2.1 -&gt; 4.2.2");

        customer.switches().mendAll();
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.state().get("onHold").asBoolean()).isFalse();
        assertThat(goLive.phase()).isEqualTo("RELEASE");
    }

    @Test
    void aDifferenceAtTheWindowStartHoldsUntilItIsFixed() {
        var goLive = handoff.start().reachRelease();
        customer.switches().breakDown(Part.VERSION);
        goLive.openWindow();
        assertThat(goLive.waiting()).containsExactly("UserTask_ResolveHold");
        assertThat(goLive.state().get("holds").toString()).contains("version 4.2.1 -> 4.2.2");
        goLive.done("production", "UserTask_ResolveHold", "decision", "fixed", "reason", "I think so.");
        assertThat(goLive.waiting()).containsExactly("UserTask_ResolveHold");

        customer.switches().mendAll();
        goLive.done("production", "UserTask_ResolveHold", "decision", "fixed", "reason", "Deployed 4.2.1 again.");
        assertThat(goLive.waiting()).containsExactly("UserTask_DecideGo");
        assertThat(goLive.state().get("onHold").asBoolean()).isFalse();
        assertThat(goLive.goLive().phase()).isEqualTo("STABILIZATION");
    }

    @Test
    void anotherSignInAddressIsADifferenceThoughTheProviderIsReady() {
        var goLive = handoff.start().reachRelease();
        customer.switches().breakDown(Part.IDENTITY_PROVIDER);
        goLive.openWindow();
        assertThat(goLive.state().get("holds").toString()).contains("authorization endpoint", "/oidc/v2/authorize");
    }

    @Test
    void anIdentityProviderThatCannotBeReadAtTheWindowStartHoldsWithThatReason() {
        var goLive = handoff.start().reachRelease();
        customer.switches().breakDown(Part.OIDC);
        goLive.openWindow();
        assertThat(goLive.waiting()).containsExactly("UserTask_ResolveHold");
        assertThat(goLive.state().get("holds").toString()).contains("Could not be compared", "503");
        assertThat(goLive.state().at("/fingerprint/outcome").asText()).isEqualTo("inconclusive");
        customer.switches().mendAll();
        goLive.done("production", "UserTask_ResolveHold", "decision", "fixed", "reason", "It answers again.");
        assertThat(goLive.waiting()).containsExactly("UserTask_DecideGo");
    }

    @Test
    void validatingTheChangedEnvironmentReleasesItAndAsksTheSignOffsThatReliedOnItAgain() {
        var goLive = startWithNights().reachRelease();
        customer.switches().breakDown(Part.VERSION);
        goLive.wait(ONE_NIGHT);
        var again = rest.post("environment", goLive.path("/checks?step=environment"), Map.of());
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        assertThat(goLive.state().get("onHold").asBoolean()).isFalse();
        goLive.confirmSteps();
        assertThat(goLive.waiting()).containsExactly("UserTask_SignOffEnvironment");
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        goLive.sign("change", "UserTask_ApproveChange");
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(goLive.state().get("onHold").asBoolean()).isFalse();
    }

    @Test
    void aNightInWhichAllPassesLeavesEverythingThatWasSigned() {
        var goLive = startWithNights().reachRelease();
        var before = goLive.state();
        goLive.wait(ONE_NIGHT);
        var after = goLive.state();
        assertThat(after.get("phase").asText()).isEqualTo("RELEASE");
        assertThat(after.get("signOffs")).isEqualTo(before.get("signOffs"));
        assertThat(after.get("evidence")).isEqualTo(before.get("evidence"));
        var backup = check(after, "operations", "backup");
        var signed = check(before, "operations", "backup");
        assertThat(backup.get("attempt").asInt()).isEqualTo(2);
        assertThat(backup.get("evidence")).isEqualTo(signed.get("evidence"));
        assertThat(backup.get("at").asText()).isGreaterThan(signed.get("at").asText());
    }

    @Test
    void aFailureAtNightOpensExactlyItsStepAndLeadsBackToValidation() {
        var goLive = startWithNights().reachRelease();
        customer.switches().breakDown(Part.BACKUP);
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        var states = StreamSupport.stream(goLive.state().get("steps").spliterator(), false)
                .filter(step -> !step.get("id").asText().equals("sign-off"))
                .filter(step -> !step.get("state").asText().equals("passed"))
                .collect(Collectors.toMap(
                        step -> step.get("id").asText(),
                        step -> step.get("because").asText()));
        assertThat(states).containsOnlyKeys("operations");
        assertThat(states.get("operations"))
                .startsWith("Nightly re-validation: Last backup and restore test: expected ")
                .contains(", observed ");
        assertThat(goLive.waiting()).containsExactly("UserTask_ResolveBlocker");

        customer.switches().mendAll();
        goLive.done("support", "UserTask_ResolveBlocker", "decision", "fixed", "reason", "Backup ran again.");
        goLive.confirmSteps();
        goLive.signOff();
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.phase()).as("the nights go on").isEqualTo("RELEASE");
        assertThat(check(goLive.state(), "operations", "backup").get("attempt").asInt())
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void aNightDuringSignOffThatFailsLeadsBackToo() {
        var goLive = startWithNights().reachSignOff();
        customer.switches().breakDown(Part.CONNECTORS);
        goLive.wait(ONE_NIGHT);
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        assertThat(goLive.waiting()).containsExactly("UserTask_ResolveBlocker");
    }

    @Test
    void aNightThatComesAfterTheClockJumpedIntoTheWindowOpensNothing() {
        var goLive = startWithNights().reachRelease();
        customer.switches().breakDown(Part.BACKUP);
        goLive.wait(Duration.ofDays(6).plusMinutes(30));
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(goLive.waiting()).containsExactly("UserTask_DecideGo");
        assertThat(check(goLive.state(), "operations", "backup").get("attempt").asInt())
                .isOne();
    }

    @Test
    void nothingIsLookedAtAnyMoreOnceTheCustomerIsLive() {
        var goLive = handoff.start().reachStabilization();
        var before = goLive.state();
        customer.switches().breakDown(Part.VERSION);
        customer.switches().breakDown(Part.BACKUP);
        goLive.wait(ONE_NIGHT);
        var after = goLive.state();
        assertThat(after.get("phase").asText()).isEqualTo("STABILIZATION");
        assertThat(after.get("onHold").asBoolean()).isFalse();
        assertThat(after.get("steps")).isEqualTo(before.get("steps"));
        assertThat(after.get("fingerprint")).isEqualTo(before.get("fingerprint"));
    }

    /** The mails to the person about a change of this go-live's environment. */
    private long told(Handoff.Run goLive, String user) {
        return mail.mailbox().to(user + "@handover.example").stream()
                .map(ReceivedMail::content)
                .filter(mail -> mail.subject().startsWith("Environment changed since validation"))
                .filter(mail -> mail.text().contains(goLive.key()))
                .count();
    }

    private static JsonNode check(JsonNode goLive, String step, String id) {
        return item(item(goLive.get("steps"), "id", step).get("checks"), "id", id);
    }

    private static JsonNode item(JsonNode items, String field, String value) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }
}
