package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Handoff;
import java.time.Duration;
import java.util.List;

/** The second half of a story: from the sign-offs until the customer has taken over. */
final class GoingLive {

    private final Cast people;
    private final Handoff.Run goLive;

    GoingLive(Cast people, Handoff.Run goLive) {
        this.people = people;
        this.goLive = goLive;
    }

    void theOwnersSignWhatTheySaw() {
        signs("business", "Business sign-off", "Product workflow validation");
        signs("environment", "Environment sign-off", "Backup and recovery statement");
        signs("change", "Approve the change", "Bianca Berg", "Erik Engel");
        assertThat(goLive.phase()).isEqualTo("RELEASE");
    }

    private void signs(String user, String task, String... seen) {
        var tasklist = people.tasklist(user);
        tasklist.assertLists(task);
        var form = tasklist.task(task);
        form.assertTells(seen);
        assertThat(form.value("Fingerprint of what you sign")).matches("[0-9a-f]{64}");
        form.decide("Approve");
        people.picture(user, "signs");
        form.complete();
        goLive.work();
    }

    void theAdminFollowsInCockpit() {
        var cockpit = people.cockpit("admin");
        people.picture("admin", "cockpit-processes");
        cockpit.openProcess("Go-live and handover").openInstance(goLive.key());
        cockpit.assertStandsAt("CallActivity_Release");
        people.picture("admin", "cockpit-go-live");
        cockpit.openReadiness()
                .assertTells("Ready", "Release window", "The release window opens", "It waits for nobody.");
        people.picture("admin", "cockpit-readiness");
    }

    void theAdminFindsItInTheHistory(String customer) {
        var cockpit = people.cockpit("admin").openFinished("no such go-live");
        cockpit.assertTells("No finished go-live is like this.");
        cockpit.openFinished(goLive.key()).openStory(customer);
        cockpit.assertTells("Handed over", "Submitted the plan", "requester");
        cockpit.assertPassed("CallActivity_Stabilization");
        people.picture("admin", "cockpit-finished-go-lives");
        cockpit.chooseModel("Release window");
        cockpit.assertPassed("UserTask_DecideGo");
    }

    /** Reads everything and is offered nothing to change. */
    void theAuditorReadsHowItWent(String customer) {
        people.tasklist("auditor").assertOffersNoStart();
        var cockpit = people.cockpit("auditor").openFinished(goLive.key()).openStory(customer);
        cockpit.assertTells("Handed over", "Rita Requardt", "(requester)", "Bianca Berg");
        people.picture("auditor", "cockpit-finished-go-lives");
        people.visit("auditor", "/go-lives/" + goLive.key(), "go-live");
        assertThat(people.page("auditor").locator("main form")).hasCount(0);
    }

    void productionDecidesGoInTheWindow() {
        people.tasklist("production").assertLists();
        goLive.openWindow();
        var tasklist = people.tasklist("production");
        tasklist.assertLists("Decide go, pause or roll back");
        var go = tasklist.task("Decide go, pause or roll back");
        go.assertTells("Users who cannot sign in");
        people.picture("production", "decides-go");
        go.decide("Go").complete();
        goLive.work();

        var live = people.tasklist("production").task("Confirm the go-live");
        people.picture("production", "confirms-go-live");
        live.decide("Confirm").complete();
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("STABILIZATION");
    }

    void supportDrillsAndWatches() {
        var tasklist = people.tasklist("support");
        tasklist.assertLists("Handover drill", "Record a signal");
        var signal = tasklist.task("Record a signal");
        signal.select("Which signal?", "Sign-in failures").fill("Reading", "2").decide("Record this reading");
        people.picture("support", "records-signal");
        signal.complete();
        goLive.work();

        var drill = people.tasklist("support").task("Handover drill");
        drill.fill("How long did the restore take?", "42")
                .decide("Confirm")
                .fill("What was done, and what was missing?", "Restored last night's backup; nothing was missing.");
        people.picture("support", "handover-drill");
        drill.complete();
        goLive.work();
        people.tasklist("support").assertLists("Record a signal");
        people.tasklist("support").task("Record a signal").assertTells("Sign-in failures");
        people.picture("support", "soak-clock");
    }

    void theCustomerTakesOver() {
        goLive.wait(Duration.ofDays(2));
        people.tasklist("support").assertLists();
        var tasklist = people.tasklist("customer");
        tasklist.assertLists("Review open issues and operating rhythm");
        var review = tasklist.task("Review open issues and operating rhythm");
        review.assertTells("Scenes with more than 10,000 parts", "Operating rhythm", "Bianca Berg");
        assertThat(review.value("Fingerprint of this list")).matches("[0-9a-f]{64}");
        review.decide("Accept");
        people.picture("customer", "reviews-open-issues");
        review.complete();
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("HANDED_OVER");
        people.tasklist("customer").assertLists();
    }

    void everybodyCanReadTheReport() {
        for (var user : List.of("customer", "change")) {
            var page = people.page(user);
            page.navigate(goLive.path("/report"));
            assertThat(page.locator("body")).containsText("Lübeck");
            people.picture(user, "handover-report");
        }
    }

    void ourOwnPagesAreForEverybody() {
        people.visit("support", "/", "home");
        people.visit("change", "/go-lives/" + goLive.key(), "go-live");
        people.visit("support", "/deputies", "deputies");
        people.visit("support", "/preferences", "preferences");
        people.visit("admin", "/decisions/troubleshooting", "troubleshooting");
        people.visit("admin", "/admin", "admin");
        people.visit("admin", "/admin/users/support", "user");
        people.visit("auditor", "/admin", "admin");
    }
}
