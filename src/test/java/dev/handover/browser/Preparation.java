package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import dev.handover.Handoff;
import dev.handover.development.customer.Part;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The first half of a story: from the plan until every validation step is confirmed. */
final class Preparation {

    private static final String OPERATIONS = Step.OPERATIONS.title();

    private final Cast people;
    private final SampleCustomerEnvironment environment;
    private final Handoff.Run goLive;

    Preparation(Cast people, SampleCustomerEnvironment environment, Handoff.Run goLive) {
        this.people = people;
        this.environment = environment;
        this.goLive = goLive;
    }

    void theRequesterConfirmsTheGroundworkWithEvidence() {
        var tasklist = people.tasklist("requester");
        tasklist.assertLists("Confirm environment readiness", "Confirm product configuration");
        people.picture("requester", "tasks");
        var readiness = tasklist.task("Confirm environment readiness");
        readiness.assertTells("The environment as agreed", "aurora-prod");
        people.picture("requester", "environment-readiness");
        chooseSlowly(readiness, "inventory.txt", "app-1 and app-2 answer, database 17.6");
        readiness.decide("Confirm");
        readiness.assertIsHeldBackBecause("Field is required");
        people.picture("requester", "reason-is-missing");
        readiness
                .fill("What did you check?", "All hosts are up, as the inventory says.")
                .complete();

        people.tasklist("requester")
                .task("Confirm product configuration")
                .drop(Map.of("settings.txt", "language=de", "modules.txt", "work-orders\nscenes"))
                .decide("Confirm")
                .fill("What did you check?", "Modules and language are as agreed.")
                .complete();
        goLive.work();
    }

    /** The upload is held for a moment, so that its progress can be seen on a fast machine too. */
    private void chooseSlowly(TaskForm form, String name, String text) {
        var held = new ArrayList<Route>();
        var page = people.page("requester");
        page.route("**/evidence", held::add);
        page.waitForRequest("**/evidence", () -> form.choose(name, text));
        form.assertIsUploading(name);
        people.picture("requester", "upload-under-way");
        page.unroute("**/evidence");
        held.forEach(Route::resume);
        form.assertListsEvidence(name);
        people.picture("requester", "evidence-added");
    }

    void eachOwnerAcceptsTheRole() {
        environment.switches().breakDown(Part.BACKUP); // noticed once validation begins
        for (var role :
                List.of("Production", "Support", "Business acceptance", "Change approval", "Environment", "Customer")) {
            var owner = role.split(" ")[0].toLowerCase(Locale.ROOT);
            var tasklist = people.tasklist(owner);
            tasklist.assertOffersNoStart();
            tasklist.assertLists("Accept the role: %s owner".formatted(role));
            var accept = tasklist.task("Accept the role");
            people.picture(owner, "accepts-role");
            if (owner.equals("customer")) {
                accept.decideAndCompleteByKeyboard("Accept");
            } else {
                accept.decide("Accept").complete();
            }
        }
        people.tasklist("outsider").assertLists();
        people.picture("outsider", "has-no-tasks");
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
    }

    void supportResolvesABlockerAndOnlyWhatFailedIsCheckedAgain() {
        var tasklist = people.tasklist("support");
        tasklist.assertLists("Resolve the blocker: " + OPERATIONS);
        var blocker = tasklist.task("Resolve the blocker");
        people.picture("support", "blocker");
        environment.switches().mend(Part.BACKUP);
        blocker.decide("Fixed")
                .fill("What was wrong, and what was done?", "The backup job had stopped; it ran again.")
                .complete();
        goLive.work();
    }

    void everyStepIsConfirmedByWhoAnswersForIt() {
        confirms("support", OPERATIONS);
        confirms("environment", "Confirm the production URL, tenant, and environment label");
        confirms(
                "production",
                "Confirm open known issues and workarounds are recorded",
                "Confirm rollback or pause criteria for the release window");
        confirms(
                "validator",
                "Validate administrator login, SSO or password login, and role-based product access",
                "Validate target product workflows with representative users",
                "Validate connectors, imports, API keys, and scheduled jobs included in go-live");
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
    }

    private void confirms(String user, String... steps) {
        people.tasklist(user)
                .assertLists(Stream.of(steps).map("Confirm the step: "::concat).toArray(String[]::new));
        for (var step : steps) {
            var form = people.tasklist(user).task("Confirm the step: " + step);
            people.picture(user, "confirms-" + slugOf(step));
            form.decide("Confirm")
                    .fill("What did you validate, or what does not work?", "Tried it as agreed, it works.")
                    .complete();
            goLive.work();
        }
    }

    private static String slugOf(String step) {
        return Stream.of(Step.values())
                .filter(each -> each.title().equals(step))
                .findFirst()
                .orElseThrow()
                .slug();
    }
}
