package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.development.customer.SampleCustomerEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The story of one go-live, told by the people who take it from its plan to the handover: each at a browser of their own,
 * in the real Tasklist. Time and the engine's jobs are moved from here; everything else is done by clicking and typing.
 *
 * <p>Pictures of each step are kept in {@code target/screenshots}.
 */
class TasklistJourneyTests extends BrowserTest {

    private static final String CUSTOMER = "Aurora Werft Lübeck";

    private static Chromium chromium;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private SampleCustomerEnvironment environment;

    @TempDir
    private Path files;

    private Cast people;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void gather() {
        var screenshots = new Screenshots(Path.of("target/screenshots"));
        people = new Cast(chromium, address(), CUSTOMER + " production", screenshots);
    }

    @AfterEach
    void leave() {
        people.close();
        environment.switches().mendAll();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void everybodyTakesTheirPartFromThePlanToTheHandover() throws IOException {
        var goLive = theRequesterIsToldTheMistakesOfAPlanAndStartsWithARightOne();

        var preparation = new Preparation(people, environment, goLive);
        preparation.theRequesterConfirmsTheGroundworkWithEvidence();
        preparation.eachOwnerAcceptsTheRole();
        preparation.supportResolvesABlockerAndOnlyWhatFailedIsCheckedAgain();
        preparation.everyStepIsConfirmedByWhoAnswersForIt();

        var goingLive = new GoingLive(people, goLive);
        goingLive.theOwnersSignWhatTheySaw();
        goingLive.theAdminFollowsInCockpit();
        goingLive.productionDecidesGoInTheWindow();
        goingLive.supportDrillsAndWatches();
        goingLive.theCustomerTakesOver();
        goingLive.theAdminFindsItInTheHistory(CUSTOMER);
        goingLive.theAuditorReadsHowItWent(CUSTOMER);
        goingLive.everybodyCanReadTheReport();
        goingLive.ourOwnPagesAreForEverybody();

        whoLogsOutIsOut();
        assertThat(people.unexpectedTroubles()).isEmpty();
        assertThat(people.barriers()).isEmpty();
    }

    private Handoff.Run theRequesterIsToldTheMistakesOfAPlanAndStartsWithARightOne() throws IOException {
        var plan = handoff.plan().replace("name: Aurora Works\n", "name: %s\n".formatted(CUSTOMER));
        var start = people.tasklist("requester").startGoLive();
        people.picture("requester", "start-form");
        assertThat(start.choose(Path.of("samples/ten-mistakes.yaml"))).isEqualTo("There are 10 mistakes in the plan.");
        assertThat(start.mistakes()).hasSize(10).anyMatch(mistake -> mistake.contains("Nobody with the user id"));
        assertThat(start.followMistake(2)).contains("support: nobody");
        people.picture("requester", "plan-with-mistakes");
        assertThat(start.start()).isEqualTo(422);
        start.assertRefusedWith("Nobody with the user id");
        people.picture("requester", "start-refused");

        assertThat(start.choose(Files.writeString(files.resolve("plan.yaml"), plan)))
                .isEqualTo("No mistakes. You can start the go-live.");
        people.picture("requester", "plan-without-mistakes");
        assertThat(start.start()).isEqualTo(200);
        return handoff.goOn(keyOf(CUSTOMER), plan);
    }

    private String keyOf(String customer) {
        var goLives = rest.get("admin", "/api/go-lives").json().get("items");
        return StreamSupport.stream(goLives.spliterator(), false)
                .filter(each -> each.get("customer").asText().equals(customer))
                .map(each -> each.get("key").asText())
                .findFirst()
                .orElseThrow();
    }

    private void whoLogsOutIsOut() {
        people.tasklist("customer").logOut().assertSays("You are logged out.");
        people.picture("customer", "logged-out");
        people.page("customer").navigate(Tasklist.PATH);
        new LoginPage(people.page("customer")).assertShown();
        people.cockpit("admin").logOut().assertSays("You are logged out.");
    }
}
