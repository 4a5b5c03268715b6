package dev.handover.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.GoLiveRegister.Query;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class GoLiveRegisterTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private TestClock clock;

    @Autowired
    private OwnerRoles owners;

    @Autowired
    private Progress progress;

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> register.get(new GoLiveKey("nobody-knows-it")))
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND))
                .hasMessage("There is no go-live \"nobody-knows-it\", or it is not yours to see.");
    }

    @Test
    void whatHasEndedIsNotRunning() {
        var key = rehearsal.submitted();
        progress.withdraw(key, "No site.", "requester");
        assertThat(register.get(key).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThatThrownBy(() -> register.running(key)).hasMessageContaining("has ended (withdrawn)");
        assertThatThrownBy(() -> register.hold(key))
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(Code.WRONG_PHASE));
    }

    @Test
    void thePlanIsKeptAsItWasMeantAtSubmission() {
        var key = rehearsal.submitted();
        assertThat(register.plan(key).releaseWindow().start()).isEqualTo(Rehearsal.WINDOW_START);
        assertThat(register.document(key)).doesNotContain("PT20M");
        assertThat(register.planHistory(key)).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(1);
            assertThat(version.submittedBy()).isEqualTo("requester");
            assertThat(version.sha256()).hasSize(64);
        });
    }

    @Test
    void everybodyOfThePlanTakesPartInTheOrderOfRoles() {
        var key = rehearsal.submitted();
        assertThat(register.people(key)).extracting(Participant::role).containsExactly(Role.values());
        for (var person : List.of("requester", "production", "support", "business", "change", "validator")) {
            assertThat(register.takesPart(key, person)).as(person).isTrue();
        }
        assertThat(register.takesPart(key, "outsider")).isFalse();
    }

    @Test
    void whoDeclinedOrWasReplacedTakesNoPartAndSeesNothing() {
        var key = rehearsal.submitted();
        owners.decline(key, Role.SUPPORT, "On leave.", "support");
        assertThat(register.takesPart(key, "support")).isFalse();
        assertThat(register.holder(key, Role.SUPPORT)).isEmpty();
        assertThat(keys("support", "")).isEmpty();
        owners.name(key, Role.SUPPORT, "outsider", "requester");
        assertThat(register.takesPart(key, "support")).isFalse();
        assertThat(register.holder(key, Role.SUPPORT)).contains("outsider");
        assertThat(keys("outsider", "")).containsExactly(key.value());
    }

    @Test
    void theNewestComeFirstPageByPage() {
        var keys = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> submitted("page" + i).value())
                .toList();
        assertThat(list("requester", new Query(null, null, 0, 2))).containsExactly(keys.get(4), keys.get(3));
        assertThat(list("requester", new Query(null, null, 1, 2))).containsExactly(keys.get(2), keys.get(1));
        assertThat(list("requester", new Query(null, null, 2, 2))).containsExactly(keys.get(0));
        assertThat(list("requester", new Query(null, null, 3, 2))).isEmpty();
        assertThat(register.list("requester", false, new Query(null, null, 9, 2))
                        .getTotalElements())
                .isEqualTo(5);
    }

    @Test
    void aPhaseIsListedAlone() {
        var running = submitted("one");
        var withdrawn = submitted("two");
        progress.withdraw(withdrawn, "No site.", "requester");
        assertThat(list("requester", new Query(Phase.WITHDRAWN, null, 0, 10))).containsExactly(withdrawn.value());
        assertThat(list("requester", new Query(Phase.PREREQUISITES, null, 0, 10)))
                .containsExactly(running.value());
    }

    @Test
    void thoseThatHaveEndedAreListedAloneTheLastFirst() {
        var first = submitted("one");
        var second = submitted("two");
        var running = submitted("three");
        List.of(second, first).forEach(key -> {
            clock.forward(Duration.ofMinutes(1));
            progress.withdraw(key, "No site.", "requester");
        });
        assertThat(list("requester", new Query(null, true, null, 0, 10)))
                .containsExactly(first.value(), second.value());
        assertThat(list("requester", new Query(null, false, null, 0, 10))).containsExactly(running.value());
        assertThat(list("requester", new Query(Phase.HANDED_OVER, true, null, 0, 10)))
                .isEmpty();
        assertThat(list("requester", new Query(null, true, second.value(), 0, 10)))
                .containsExactly(second.value());
        assertThat(list("outsider", new Query(null, true, null, 0, 10))).isEmpty();
    }

    @Test
    void onlyThoseWhoSeeEverythingSeeForeignGoLives() {
        var key = rehearsal.submitted();
        assertThat(list("outsider", new Query(null, null, 0, 10))).isEmpty();
        assertThat(register.list("outsider", true, new Query(null, null, 0, 10)))
                .extracting(GoLive::key)
                .containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "50%, percent",
        "_, underscore",
        "\\, backslash",
        "CELSIUS, percent",
        "%_, ''",
        "'  ', percent underscore backslash"
    })
    void textIsTakenLiterallyWhateverItsCase(String text, String found) {
        Stream.of("percent: 50% Celsius", "underscore: a_b", "backslash: a\\b").forEach(this::titled);
        var expected = found.isEmpty() ? new String[0] : found.split(" ");
        assertThat(register.list("requester", false, new Query(null, text, 0, 10))
                        .map(GoLive::title)
                        .getContent())
                .extracting(title -> title.substring(0, title.indexOf(':')))
                .containsExactlyInAnyOrder(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1, 10", "0, 0", "0, 201"})
    void pagesHaveBounds(String pageAndSize) {
        var numbers = pageAndSize.split(", ");
        var query = new Query(null, null, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        assertThatThrownBy(() -> register.list("requester", false, query)).hasMessageContaining("size from 1 to 200");
    }

    @Test
    void textsThatNoDatabaseTakesAreRefused() {
        assertThatThrownBy(() -> keys("requester", "a\0b")).hasMessageContaining("no text");
        assertThatThrownBy(() -> keys("requester", "x".repeat(201))).hasMessageContaining("at most 200");
        assertThat(keys("requester", "x".repeat(200))).isEmpty();
    }

    private GoLiveKey submitted(String customer) {
        clock.forward(Duration.ofSeconds(1));
        return rehearsal.submitted(Rehearsal.plan().replace("id: aurora\n", "id: %s\n".formatted(customer)));
    }

    private void titled(String title) {
        var id = title.substring(0, title.indexOf(':'));
        rehearsal.submitted(Rehearsal.plan()
                .replace("id: aurora\n", "id: %s\n".formatted(id))
                .replace("title: Aurora Works goes live in Hamburg", "title: '%s'".formatted(title)));
    }

    private List<String> keys(String user, String text) {
        return list(user, new Query(null, text, 0, 50));
    }

    private List<String> list(String user, Query query) {
        return register.list(user, false, query)
                .map(goLive -> goLive.key().value())
                .getContent();
    }
}
