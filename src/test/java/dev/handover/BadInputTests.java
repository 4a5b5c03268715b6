package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What must not get through on the started application: each is refused in words people understand, and changes nothing. */
@ApplicationTest
class BadInputTests {

    private static Handoff.Run waitingForSignOff;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Test
    void aPlanWithTenMistakesYieldsTenMessages() throws IOException {
        var answer =
                rest.postYaml("requester", "/api/go-lives", Files.readString(Path.of("samples/ten-mistakes.yaml")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:handover:invalid-plan");
        assertThat(answer.json().get("errors")).hasSize(10).allSatisfy(error -> {
            assertThat(error.get("line").asInt()).isPositive();
            assertThat(error.get("message").asText()).isNotBlank();
            assertThat(error.get("mend").asText()).isNotBlank();
            assertThat(error.has("pointer")).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "support: support, support: nobody, /owners/support",
        "start: PT20M, start: 2020-01-01T10:00, /releaseWindow/start",
        "end: PT4H20M, end: PT10M, /releaseWindow/end",
        "zone: Europe/Berlin, zone: Europe/Atlantis, /releaseWindow/zone",
        "businessAcceptance: business, businessAcceptance: requester, /owners/businessAcceptance"
    })
    void aPlanWithOneMistakeIsRefusedAtItsPlace(String right, String wrong, String pointer) {
        var answer = rest.postYaml("requester", "/api/go-lives", handoff.plan().replace(right, wrong));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").findValuesAsText("pointer")).contains(pointer);
    }

    @Test
    void aDryRunRecordsNothing() {
        var plan = handoff.plan();
        var answer = rest.postYaml("requester", "/api/go-lives?dryRun=true", plan);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(rest.postYaml("requester", "/api/go-lives", plan).status()).isEqualTo(201);
    }

    @Test
    void aSecondGoLiveForTheSameEnvironmentAndWindowIsAConflict() {
        var goLive = handoff.start();
        var answer = rest.postYaml("requester", "/api/go-lives", goLive.plan());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).contains(goLive.key());
    }

    @Test
    void aRepeatedSubmissionWithItsKeyIsTheSameGoLive() {
        var plan = handoff.plan();
        var first = rest.postYaml("requester", "/api/go-lives", plan, "Idempotency-Key", "once");
        var again = rest.postYaml("requester", "/api/go-lives", plan, "Idempotency-Key", "once");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
        var other = rest.postYaml("requester", "/api/go-lives", handoff.plan(), "Idempotency-Key", "once");
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void aFormCompletedTwiceAtOnceCountsOnce() {
        var goLive = handoff.start();
        var task = goLive.task("business", "UserTask_AcceptRole");
        var answers = IntStream.range(0, 4)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> goLive.submit("business", task, "decision", "accept")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 204))
                .allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 499));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approved",
                "signOffOutcome",
                "businessSignOffNeeded",
                "environmentApproved",
                "cutOff",
                "windowStart",
                "initiator"
            })
    void aFormSetsNothingButItsOwnFields(String forged) {
        var goLive = handoff.start();
        var task = goLive.task("business", "UserTask_AcceptRole");
        var answer = goLive.submit("business", task, "decision", "accept", forged, "true");
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(goLive.task("business", "UserTask_AcceptRole")).isNotNull();
    }

    @Test
    void nobodyDecidesForAnOwner() {
        var goLive = handoff.start().reachSignOff();
        var task = goLive.task("business", "UserTask_SignOffBusiness");
        var manifest = goLive.field("business", "UserTask_SignOffBusiness", "manifest");
        for (var somebodyElse : List.of("admin", "requester", "environment", "outsider", "auditor")) {
            var answer = goLive.submit(somebodyElse, task, "decision", "approve", "manifest", manifest);
            assertThat(answer.status()).as(somebodyElse).isBetween(400, 499);
            var claimed = rest.post(
                    somebodyElse,
                    "/engine-rest/task/%s/assignee".formatted(task.get("id").asText()),
                    Map.of("userId", somebodyElse));
            assertThat(claimed.status()).as(somebodyElse).isBetween(400, 499);
        }
        assertThat(goLive.state().get("signOffs").findValuesAsText("state")).containsOnly("pending");
    }

    @ParameterizedTest
    @CsvSource({
        "conditionsOwner, change, choose another owner",
        "conditionsOwner, nobody, is not one of",
        "conditionsDue, 2001-01-01, choose a day from",
        "conditionsDue, tomorrow, is not a day",
        "conditionsDue, '', Say by which day",
        "conditionsExpiry, 2029-12-31, before they are due",
        "conditions, ' ', Write down the conditions"
    })
    void conditionsThatMakeNoSenseAreNotSigned(String field, String value, String words) {
        var goLive = signOff();
        var fields = new java.util.HashMap<String, Object>(Map.of(
                "decision", "approve-with-conditions",
                "manifest", goLive.field("business", "UserTask_SignOffBusiness", "manifest"),
                "conditions", "Train the second shift",
                "conditionsOwner", "support",
                "conditionsDue", "2030-01-31",
                "conditionsExpiry", "2030-02-28"));
        fields.put(field, value);
        var answer = goLive.submit(
                "business",
                goLive.task("business", "UserTask_SignOffBusiness"),
                fields.entrySet().stream()
                        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                        .toArray());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
        assertThat(goLive.state().get("signOffs").findValuesAsText("state")).doesNotContain("approved");
    }

    /** One for all rows: each of them is refused, so none leaves a trace. */
    private Handoff.Run signOff() {
        if (waitingForSignOff == null) {
            waitingForSignOff = handoff.start().reachSignOff();
        }
        return waitingForSignOff;
    }

    @Test
    void aGoLiveThatHasEndedTakesNothingAnyMore() {
        var goLive = handoff.start();
        rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "Not now."));
        goLive.work();
        assertThat(List.of(
                        rest.post("support", goLive.path("/signals"), Map.of("signal", "sign-in-failures", "value", 1)),
                        rest.post("support", goLive.path("/blockers"), Map.of("title", "Too late")),
                        rest.post("support", goLive.path("/checks"), Map.of()),
                        rest.putYaml("requester", goLive.path("/plan"), goLive.plan()),
                        rest.addStatement("requester", goLive.key(), "support-handoff", "Late", "Late words."),
                        rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "Again."))))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                    assertThat(answer.json().get("detail").asText()).isNotBlank();
                });
    }

    @Test
    void unknownAndForeignGoLivesLookTheSame() {
        var goLive = handoff.start();
        for (var path : List.of("", "/plan", "/evidence", "/report", "/signals")) {
            var foreign = rest.get("outsider", goLive.path(path));
            var unknown = rest.get("outsider", "/api/go-lives/unknown-production-1" + path);
            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.text().replace(goLive.key(), "KEY"))
                    .isEqualTo(unknown.text().replace("unknown-production-1", "KEY"));
        }
        assertThat(rest.get(null, goLive.path("")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: a\u0000b", "- 1", "", "{", "a: &x [*x]"})
    void whatIsNoPlanIsRefusedAndNeverAFault(String document) {
        var answer = rest.postYaml("requester", "/api/go-lives", document);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\ud800", "x"})
    void textsThatCannotBeStoredAreRefused(String text) {
        var goLive = handoff.start();
        var answer = rest.post("support", goLive.path("/blockers"), Map.of("title", text.repeat(201)));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(goLive.state().get("blockers")).isEmpty();
    }
}
