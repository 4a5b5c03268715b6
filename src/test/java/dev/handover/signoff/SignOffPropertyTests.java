package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.reset;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.TestEnvironment;
import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanges;
import dev.handover.golive.Progress;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.ReferenceSignOffs.Item;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Random acts of everybody in one go-live, compared after each of them with {@link ReferenceSignOffs}. One transaction holds
 * it all; each try begins at the same savepoint, with a go-live that has just entered sign-off.
 */
@DomainTest
class SignOffPropertyTests {

    private static final String REACHED = "reached";
    private static final String REOPENED = "reopened in";

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private Manifests manifests;

    @Autowired
    private SignOffRound round;

    @Autowired
    private Signatures signatures;

    @Autowired
    private PlanChanges plans;

    @Autowired
    private Progress progress;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private SignOffProcess process;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestEnvironment environment;

    @Autowired
    private EntityManager entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JpaTransactionManager transactions;

    private TransactionStatus transaction;
    private GoLiveKey key;
    private ReferenceSignOffs expected;
    private final Map<Role, Digest> shown = new EnumMap<>(Role.class);
    private int told;
    private int steps;

    @BeforeProperty
    void aGoLiveThatIsBeingSigned() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        clock.set(TestClock.START);
        environment.restore();
        transactions.setGlobalRollbackOnParticipationFailure(false); // a refusal ends its act and not the try
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        willAnswer(call -> told++).given(process).evidenceChanged(any());
        key = rehearsal.inSignOff();
        entities.flush();
        jdbc.sql("savepoint beginning").update();
    }

    @BeforeTry
    void everythingAsItWas() {
        shown.clear();
        told = 0;
        expected = new ReferenceSignOffs(evidence(store.manifest(key)));
    }

    @AfterTry
    void backToTheBeginning() {
        entities.clear();
        jdbc.sql("rollback to savepoint beginning").update();
    }

    @AfterProperty
    void leaveNothing() {
        transactions.rollback(transaction);
        transactions.setGlobalRollbackOnParticipationFailure(true);
        reset(process);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(25).ofMaxSize(40).withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void signOffsMeanExactlyWhatWasSigned(@ForAll("acts") List<Act> acts) {
        for (var act : acts) {
            carryOut(act);
            entities.flush();
            entities.clear();
            compare(act);
            Statistics.label(REACHED).collect(expected.phase);
        }
        Statistics.label(REACHED)
                .coverage(phases -> phases.check(Phase.STABILIZATION).count(times -> times > 0));
        Statistics.label(REOPENED).coverage(phases -> {
            phases.check(Phase.SIGN_OFF).count(times -> times > 0);
            phases.check(Phase.RELEASE).count(times -> times > 0);
        });
    }

    private void carryOut(Act act) {
        switch (act.what()) {
            case ADD -> add(act, "file.bin");
            case ADD_RENAMED -> add(act, "renamed.bin");
            case WORK -> work();
            case MOVE_WINDOW -> moveWindow();
            case CHANGE_PLAN -> changePlan();
            case PROCEED -> proceed();
            case SIGN_ALL -> Role.signing().forEach(role -> decide(Act.What.SIGN, role));
            case LOOK, SIGN, SIGN_SHOWN, REJECT -> decide(act.what(), act.role());
        }
    }

    private void add(Act act, String fileName) {
        var content = ("content " + act.content()).getBytes(StandardCharsets.US_ASCII);
        var title = "Item " + act.title();
        var before = told;
        store.addFile(key, act.kind(), title, fileName, new ByteArrayInputStream(content), "support");
        var changed = expected.add(
                new Item(act.kind(), title + Form.FILE), Digest.of(content).sha256());
        if (changed) {
            var matters = expected.phase == Phase.SIGN_OFF || expected.phase == Phase.RELEASE;
            assertThat(told - before).as("the process hears of it").isEqualTo(matters ? 1 : 0);
        }
    }

    /** Only while there are tasks for it. */
    private void decide(Act.What what, Role role) {
        if (expected.phase != Phase.SIGN_OFF) {
            return;
        }
        switch (what) {
            case LOOK -> {
                shown.put(role, round.manifest(key, role).digest());
                expected.look(role);
            }
            case SIGN ->
                assertThat(sign(role, round.manifest(key, role).digest())).isEqualTo(expected.sign(role));
            case SIGN_SHOWN -> {
                if (expected.hasLooked(role)) {
                    assertThat(sign(role, shown.get(role))).isEqualTo(expected.signShown(role));
                }
            }
            default -> reject(role);
        }
    }

    private Optional<Code> sign(Role role, Digest seen) {
        var approval = new Signatures.Approval(seen.sha256(), null, null, null);
        return refusal(() -> signatures.approve(key, role, approval, role.slug()));
    }

    private void reject(Role role) {
        var refused = refusal(() -> signatures.reject(key, role, "No proof.", Step.WORKFLOWS, role.slug()));
        assertThat(refused).isEqualTo(expected.reject(role));
        if (refused.isEmpty()) {
            signatures.reopenRejectedStep(key);
            progress.enter(key, Phase.VALIDATION);
        }
    }

    private static Optional<Code> refusal(Runnable act) {
        try {
            act.run();
            return Optional.empty();
        } catch (HandoverException refusal) {
            return Optional.of(refusal.code());
        }
    }

    /** Once for whatever has changed since, as the engine does for each message. */
    private void work() {
        if (told == 0) {
            return;
        }
        told = 0;
        var before = expected.phase;
        var outdated = round.reopenOutdated(key);
        assertThat(outdated).containsExactlyInAnyOrderElementsOf(expected.work());
        if (!outdated.isEmpty()) {
            Statistics.label(REOPENED).collect(before);
        }
        if (!outdated.isEmpty() && register.get(key).phase() != Phase.VALIDATION) {
            askAgain();
        }
    }

    private void askAgain() {
        progress.enter(key, Phase.SIGN_OFF);
        round.ask(key);
    }

    private void moveWindow() {
        if (expected.phase == Phase.SIGN_OFF || expected.phase == Phase.RELEASE) {
            var start = clock.instant().plus(Duration.ofDays(++steps));
            progress.moveWindow(key, start, start.plus(Duration.ofHours(2)), "requester");
            askAgain();
            expected.enterSignOff();
        }
    }

    private void changePlan() {
        if (expected.phase != Phase.STABILIZATION) {
            var plan = Rehearsal.plan().replace("take 20 seconds", "take %d seconds".formatted(100 + ++steps));
            assertThat(plans.change(key, plan, "requester").reopens()).containsExactly(Step.KNOWN_ISSUES);
            progress.enter(key, Phase.VALIDATION);
            expected.phase = Phase.VALIDATION;
        }
    }

    private void proceed() {
        switch (expected.phase) {
            case VALIDATION -> {
                askAgain();
                expected.enterSignOff();
            }
            case SIGN_OFF -> proceedTo(Phase.RELEASE, expected.allApproved());
            case RELEASE -> proceedTo(Phase.STABILIZATION, expected.allStand());
            default -> {
                // it stays live
            }
        }
    }

    private void proceedTo(Phase next, boolean may) {
        if (may) {
            progress.enter(key, next);
            expected.phase = next;
        }
    }

    private void compare(Act after) {
        assertThat(register.get(key).phase()).as("phase after %s", after).isEqualTo(expected.phase);
        for (var real : round.current(key)) {
            var model = expected.latest.get(real.role());
            assertThat(real.state()).as("%s after %s", real.role(), after).isEqualTo(model.state);
            assertThat(real.round())
                    .as("round of %s after %s", real.role(), after)
                    .isEqualTo(model.round);
            if (real.state() == SignOff.State.APPROVED) {
                var signed = manifests.find(new Digest(real.manifest())).orElseThrow();
                assertThat(evidence(signed)).as("signed by %s", real.role()).isEqualTo(model.signed);
            }
        }
        assertThat(round.isSigned(key)).isEqualTo(expected.allApproved());
        assertThat(round.isComplete(key))
                .as("release may go on after %s", after)
                .isEqualTo(expected.allStand());
    }

    private static Map<Item, String> evidence(Manifest manifest) {
        return manifest.entries().stream()
                .collect(Collectors.toMap(
                        entry -> new Item(entry.kind(), entry.title() + entry.form()),
                        entry -> entry.sha256().sha256()));
    }
}
