package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.development.mail.MailServer;
import dev.handover.development.mail.ReceivedMail;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Timeline;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People, timers and pipelines that act on one go-live at the same instant: each act happens once or is refused in words, and
 * nothing that was accepted is lost. How many rounds of each, the property {@code handover.races} says; the profile "faults"
 * plays many.
 */
@ApplicationTest
class SameMomentTests {

    private static final int RACES = Integer.getInteger("handover.races", 3);
    private static final int UPLOADS = Integer.getInteger("handover.uploads", 60);
    private static final int TASKS_OF_A_START = 8;
    private static final int USERS = 4;
    private static final int SENDERS = 5;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mail;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private SignOffRound round;

    @Autowired
    private Timeline timeline;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fourWhoCompleteOneTaskAreOneWhoDoesAndThreeWhoAreTold() {
        var alone = handoff.start().meetPrerequisites();
        for (int race = 0; race < RACES; race++) {
            var goLive = handoff.start();
            var tasks = goLive.tasks("admin");
            assertThat(tasks).hasSize(TASKS_OF_A_START);
            for (var task : tasks) {
                var answers = SameMoment.of(USERS, () -> complete(goLive, task));
                assertOneOf(answers, 204);
                assertThat(completions(task.get("id").asText())).isOne();
            }
            goLive.work();
            assertThat(goLive.phase()).isEqualTo("VALIDATION");
            assertThat(entries(goLive, "Accepted the role of")).isEqualTo(6);
            assertThat(notices(goLive))
                    .as("as many mails as if each had been alone")
                    .isEqualTo(notices(alone));
        }
    }

    private static Rest.Answer complete(Handoff.Run goLive, JsonNode task) {
        var isRole = task.get("taskDefinitionKey").asText().equals("UserTask_AcceptRole");
        return goLive.submit(
                task.get("assignee").asText(),
                task,
                "decision",
                isRole ? "accept" : "confirm",
                "reason",
                "It is as it should be.");
    }

    private long completions(String task) {
        return jdbc.sql("select count(*) from act_hi_taskinst where id_ = ? and delete_reason_ = 'completed'")
                .param(task)
                .query(Long.class)
                .single();
    }

    private long notices(Handoff.Run goLive) {
        return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'notice' and business_key_ = ?")
                .param(goLive.key())
                .query(Long.class)
                .single();
    }

    @Test
    void approvalAgainstWithdrawalHasOneOutcomeAndTheMailThatMatches() {
        for (int race = 0; race < RACES; race++) {
            var goLive = handoff.start().reachSignOff();
            var task = goLive.task("business", "UserTask_SignOffBusiness");
            var manifest = goLive.field("business", "UserTask_SignOffBusiness", "manifest");

            var answers = SameMoment.<Rest.Answer>of(List.of(
                    () -> goLive.submit("business", task, "decision", "approve", "manifest", manifest),
                    () -> withdraw(goLive)));
            goLive.work();

            var signed = answers.get(0).status() == 204;
            var withdrawn = answers.get(1).status() == 202;
            assertReadable(answers);
            assertThat(signed || withdrawn).isTrue();
            assertThat(state(goLive, Role.BUSINESS)).isEqualTo(signed ? SignOff.State.APPROVED : SignOff.State.PENDING);
            assertThat(goLive.phase()).isEqualTo(withdrawn ? "WITHDRAWN" : "SIGN_OFF");
            assertThat(goLive.waiting().isEmpty()).isEqualTo(withdrawn);
            assertThat(withdrawalsTold(goLive)).isEqualTo(withdrawn ? 1 : 0);
        }
    }

    private Rest.Answer withdraw(Handoff.Run goLive) {
        return rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is not ready."));
    }

    /** The mails to the customer that say so. */
    private long withdrawalsTold(Handoff.Run goLive) {
        return mail.mailbox().to("customer@handover.example").stream()
                .map(ReceivedMail::content)
                .filter(mail ->
                        mail.subject().startsWith("Withdrawn") && mail.text().contains(goLive.key()))
                .count();
    }

    @Test
    void approvalAgainstTheCutOffHasOneOutcome() {
        for (int race = 0; race < RACES; race++) {
            var goLive = handoff.start().reachSignOff();
            var task = goLive.task("business", "UserTask_SignOffBusiness");
            var manifest = goLive.field("business", "UserTask_SignOffBusiness", "manifest");
            var cutOff = timer(goLive, "BoundaryEvent_CutOff");

            var answers = SameMoment.<Rest.Answer>of(
                    List.of(() -> goLive.submit("business", task, "decision", "approve", "manifest", manifest), () -> {
                        fire(cutOff);
                        return null;
                    }));
            goLive.work();

            var signed = answers.get(0).status() == 204;
            assertReadable(answers.subList(0, 1));
            assertThat(state(goLive, Role.BUSINESS)).isEqualTo(signed ? SignOff.State.APPROVED : SignOff.State.PENDING);
            assertThat(goLive.waiting()).containsExactly("UserTask_ProposeWindow");
            assertThat(entries(goLive, "Gave up the release window")).isOne();
        }
    }

    private String timer(Handoff.Run goLive, String element) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(goLive.key()).list().stream()
                .map(Execution::getProcessInstanceId)
                .toList();
        return instances.stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(element).list().stream())
                .findFirst()
                .orElseThrow()
                .getId();
    }

    /** As the job executor does: who loses a race tries again. */
    private void fire(String job) {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                management.executeJob(job);
                return;
            } catch (OptimisticLockingException somebodyElseWasFaster) {
                assertThat(management.createJobQuery().jobId(job).count()).isOne();
            }
        }
        throw new AssertionError("the timer never came to its turn");
    }

    @Test
    void theSameWithdrawalManyTimesIsOneStep() {
        for (int race = 0; race < RACES; race++) {
            var goLive = handoff.start();

            assertOneOf(SameMoment.of(SENDERS, () -> withdraw(goLive)), 202);

            goLive.work();
            assertThat(goLive.phase()).isEqualTo("WITHDRAWN");
            assertThat(entries(goLive, "Withdrew the go-live")).isOne();
        }
    }

    @Test
    void theSameSignalAndTheSameEvidenceManyTimesAreOne() {
        var goLive = handoff.start().reachStabilization();
        var signal = Map.of("signal", "sign-in-failures", "value", 9_999, "id", "alert-1");

        var signals = SameMoment.of(SENDERS, () -> rest.post("support", goLive.path("/signals"), signal));
        var statements = SameMoment.of(
                SENDERS,
                () -> rest.addStatement(
                        "support", goLive.key(), "support-handoff", "Drill", "Answered within the hour."));
        goLive.work();

        assertThat(signals).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 202, 409));
        assertThat(signals).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        assertThat(goLive.waiting()).containsOnlyOnce("UserTask_HandleException");
        assertThat(statements).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(evidence.history(new GoLiveKey(goLive.key())))
                .filteredOn(each -> each.title().equals("Drill"))
                .hasSize(1);
    }

    /** Uploads while sign-offs are given, completed and taken back: none is refused, and none goes unnoticed. */
    @Test
    void evidenceIsNeverRefusedNorOverlookedWhateverStepTheProcessIsTaking() {
        var goLive = handoff.start().reachSignOff();
        var key = new GoLiveKey(goLive.key());
        var uploading = CompletableFuture.supplyAsync(() -> IntStream.range(0, UPLOADS)
                .mapToObj(i -> rest.addStatement(
                        "support",
                        goLive.key(),
                        i % 2 == 0 ? "backup-and-recovery-statement" : "product-workflow-validation",
                        "Statement " + i % 3,
                        "Version " + i))
                .toList());
        while (!uploading.isDone()) {
            signWhateverWaits(goLive);
        }
        var answers = uploading.join();
        goLive.work();

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(evidence.history(key))
                .filteredOn(each -> each.title().startsWith("Statement "))
                .hasSize(UPLOADS);
        round.current(key).stream()
                .filter(each -> each.state() == SignOff.State.APPROVED)
                .forEach(each -> assertThat(each.manifest())
                        .as("%s stands for what is there", each.role())
                        .isEqualTo(round.manifest(key, each.role()).digest().sha256()));
        finishSigning(goLive);
        assertThat(round.isComplete(key)).isTrue();
    }

    private void signWhateverWaits(Handoff.Run goLive) {
        for (var role : List.of("business", "environment", "change")) {
            for (var task : goLive.tasks(role)) {
                var manifest = round.manifest(new GoLiveKey(goLive.key()), role(role));
                var answer = goLive.submit(
                        role,
                        task,
                        "decision",
                        "approve",
                        "manifest",
                        manifest.digest().sha256());
                assertThat(answer.status()).as(answer.text()).isLessThan(500);
            }
        }
        try {
            goLive.work();
        } catch (RuntimeException lostARace) {
            assertThat(lostARace).isInstanceOfAny(OptimisticLockingException.class, Refusal.class);
        }
    }

    private void finishSigning(Handoff.Run goLive) {
        for (int attempt = 0; attempt < 5 && !goLive.phase().equals("RELEASE"); attempt++) {
            signWhateverWaits(goLive);
        }
        assertThat(goLive.phase()).isEqualTo("RELEASE");
    }

    private static Role role(String user) {
        return Role.signing().stream()
                .filter(role -> role.slug().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private SignOff.State state(Handoff.Run goLive, Role role) {
        return round.current(new GoLiveKey(goLive.key())).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private long entries(Handoff.Run goLive, String act) {
        return timeline.of(new GoLiveKey(goLive.key())).stream()
                .filter(entry -> entry.act().startsWith(act))
                .count();
    }

    private static void assertOneOf(List<Rest.Answer> answers, int success) {
        assertThat(answers).filteredOn(answer -> answer.status() == success).hasSize(1);
        assertReadable(answers);
    }

    /** Who was refused is told so by 409, in a sentence. */
    private static void assertReadable(List<Rest.Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() >= 300).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(409);
            assertThat(answer.text()).matches("(?s).*[a-z]+ [a-z]+.*\\..*").doesNotContain("Exception", "ENGINE-");
        });
    }
}
