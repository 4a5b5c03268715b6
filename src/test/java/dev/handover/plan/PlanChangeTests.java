package dev.handover.plan;

import static dev.handover.plan.PlanTestData.NOW;
import static dev.handover.plan.PlanTestData.READER;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static dev.handover.plan.PlanTestData.small;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.plan.PlanChange.Difference;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTests {

    private static PlanChange changeTo(String document) {
        return PlanChange.between(read(small()), read(document));
    }

    private static Set<Step> steps(String slugs) {
        return slugs == null
                ? Set.of()
                : Arrays.stream(slugs.split(" "))
                        .map(slug -> Slugged.of(Step.class, slug))
                        .collect(Collectors.toSet());
    }

    @Test
    void theSamePlanChangesNothing() {
        PlanChange change = changeTo("# another comment\n" + small());

        assertThat(change.isEmpty()).isTrue();
        assertThat(change).isEqualTo(new PlanChange(List.of(), Set.of(), Set.of(), false));
    }

    @Test
    void theOrderOfItemsDoesNotCount() {
        Plan plan = read(sample("aurora-large.yaml"));
        List<Plan.Integration> reversed = new ArrayList<>(plan.integrations());
        Collections.reverse(reversed);

        PlanChange change = PlanChange.between(plan, withIntegrations(plan, reversed));

        assertThat(change.isEmpty()).isTrue();
        assertThat(changeTo(smallWith(
                                "[Administrators, Shift leads, Planners]", "[Planners, Shift leads, Administrators]"))
                        .isEmpty())
                .isTrue();
    }

    private static Plan withIntegrations(Plan plan, List<Plan.Integration> integrations) {
        return new Plan(
                plan.title(),
                plan.customer(),
                plan.environment(),
                plan.owners(),
                plan.acceptanceScope(),
                plan.identity(),
                plan.testUsers(),
                plan.validationData(),
                plan.confirmations(),
                integrations,
                plan.workflowChecks(),
                plan.monitoring(),
                plan.backup(),
                plan.supportContacts(),
                plan.releaseWindow(),
                plan.knownIssues(),
                plan.criteria(),
                plan.signOff(),
                plan.stabilization(),
                plan.workingTime(),
                plan.shelfLife());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title: Aurora Works goes live in Hamburg | title: Hamburg goes live | /title | Aurora Works goes live in Hamburg | Hamburg goes live |
                    name: Aurora Works | name: Aurora | /customer/name | Aurora Works | Aurora |
                    tenant: aurora-prod | tenant: aurora-prod-2 | /environment/tenant | aurora-prod | aurora-prod-2 | environment access workflows
                    modules: [Work orders, Scenes] | modules: [Work orders] | /acceptanceScope/modules | Work orders, Scenes | Work orders | environment workflows
                    sites: [Hamburg] | sites: [Hamburg, Kiel] | /acceptanceScope/sites | Hamburg | Hamburg, Kiel | workflows
                    dataSources: [ERP] | dataSources: [] | /acceptanceScope/dataSources | ERP | '' | integrations
                    userGroups: [Administrators, Shift leads, Planners] | userGroups: [Planners] | /acceptanceScope/userGroups | Administrators, Shift leads, Planners | Planners | access
                    issuer: http://localhost:8090/oidc | issuer: http://localhost:8090/idp | /identity/issuer | http://localhost:8090/oidc | http://localhost:8090/idp | environment access workflows
                    rolesClaim: /roles | rolesClaim: /groups | /identity/rolesClaim | /roles | /groups | access
                    roles: [viewer] | roles: [watcher] | /testUsers/vera.viewer/roles | viewer | watcher | access
                    secret: aurora-viewer | secret: aurora-watcher | /testUsers/vera.viewer/secret | aurora-viewer | aurora-watcher | access workflows
                    assets: [Press line 2] | assets: [Press line 3] | /validationData/assets | Press line 2 | Press line 3 | workflows
                    maxAge: PT26H | maxAge: PT24H | /integrations/asset-import/maxAge | PT26H | PT24H | integrations
                    threshold: 0.01 | threshold: 0.05 | /monitoring/queries/Fewer than one request in a hundred fails/threshold | 0.01 | 0.05 | operations
                    rpo: P1D | rpo: PT6H | /backup/rpo | PT24H | PT6H | operations
                    phone: +49 40 5550 1201 | phone: +49 40 5550 1209 | /supportContacts/customerBusinessOwner/phone | +49 40 5550 1201 | +49 40 5550 1209 | operations
                    zone: Europe/Berlin | zone: Europe/Paris | /releaseWindow/zone | Europe/Berlin | Europe/Paris |
                    freezeEnd: P1D | freezeEnd: P2D | /releaseWindow/freezeEnd | 2026-03-03T10:00:00Z | 2026-03-04T10:00:00Z | rollback-criteria
                    audience: Everybody on duty | audience: Everybody | /releaseWindow/communicationPlan/1/audience | Everybody on duty | Everybody | rollback-criteria
                    severity: medium | severity: high | /knownIssues/AUR-117/severity | medium | high | known-issues
                    threshold: 3 | threshold: 5 | /criteria/sign-in-broken/threshold | 3 | 5 | rollback-criteria
                    quiet: PT12H | quiet: PT6H | /stabilization/quiet | PT12H | PT6H | operations
                    to: "16:30" | to: "17:00" | /workingTime/to | 16:30 | 17:00 |
                    known-issues-list: P10D | known-issues-list: P7D | /shelfLife/known-issues-list | PT240H | PT168H |
                    watch: 3 | watch: 4 | /stabilization/thresholds/sign-in-failures/watch | 3 | 4 | operations
                    """)
    void aChangedFieldReopensWhatReliesOnItAndNothingElse(
            String place, String replacement, String path, String before, String after, String reopened) {
        PlanChange change = changeTo(smallWith(place + "\n", replacement + "\n"));

        assertThat(change.differences()).containsExactly(new Difference(path, before, after));
        assertThat(change.reopens()).isEqualTo(steps(reopened));
        assertThat(change.changedOwners()).isEmpty();
        assertThat(change.windowMoved()).isFalse();
    }

    @Test
    void anIntegrationThatIsAddedOrRemovedIsOneDifference() {
        PlanChange removed = changeTo(smallWith("""
                  - id: shift-report
                    name: Shift report by e-mail
                    kind: scheduled-job
                    url: http://localhost:8090/jobs/shift-report
                    maxAge: PT9H
                """, ""));

        assertThat(removed.differences())
                .containsExactly(new Difference(
                        "/integrations/shift-report",
                        "id: shift-report; name: Shift report by e-mail; kind: scheduled-job;"
                                + " url: http://localhost:8090/jobs/shift-report; expectStatus: 200; maxAge: PT9H",
                        null));
        assertThat(removed.reopens()).containsExactly(Step.INTEGRATIONS);
    }

    @Test
    void anOptionalFieldThatIsAddedHadNoValueBefore() {
        PlanChange change = changeTo(
                smallWith("confirmations:\n", "confirmations:\n  access: Sign in on a terminal of the shop floor.\n"));

        assertThat(change.differences())
                .containsExactly(
                        new Difference("/confirmations/access", null, "Sign in on a terminal of the shop floor."));
        assertThat(change.reopens()).containsExactly(Step.ACCESS);
    }

    @Test
    void anotherAccountOfATestUserReopensAccessAndWorkflows() {
        assertThat(changeTo(smallWith("account: otto.operator", "account: olga.operator"))
                        .reopens())
                .containsExactly(Step.ACCESS, Step.WORKFLOWS);
    }

    @Test
    void anotherValidatorReopensNothing() {
        PlanChange change = changeTo(smallWith(
                "secret: aurora-operator\n    owner: validator", "secret: aurora-operator\n    owner: admin"));

        assertThat(change.differences()).extracting(Difference::path).containsExactly("/testUsers/otto.operator/owner");
        assertThat(change.reopens()).isEmpty();
    }

    @Test
    void ownersThatChangeHandsAreNamed() {
        PlanChange change =
                changeTo(smallWith("  support: support\n", "").replace("  customer: customer", "  customer: admin"));

        assertThat(change.changedOwners()).containsExactly(Role.SUPPORT, Role.CUSTOMER);
        assertThat(change.differences())
                .containsExactly(
                        new Difference("/owners/support", "support", null),
                        new Difference("/owners/customer", "customer", "admin"));
        assertThat(change.reopens()).isEmpty();
    }

    @Test
    void aMovedWindowReopensNoValidation() {
        PlanChange change = changeTo(smallWith("  start: PT20M", "  start: PT40M"));

        assertThat(change.windowMoved()).isTrue();
        assertThat(change.reopens()).isEmpty();
        assertThat(change.differences())
                .containsExactly(
                        new Difference("/releaseWindow/start", "2026-03-02T10:20:00Z", "2026-03-02T10:40:00Z"));
        assertThat(changeTo(smallWith("  end: PT4H20M", "  end: PT5H")).windowMoved())
                .isTrue();
    }

    @Test
    void theSameDocumentSubmittedLaterMovesOnlyWhatIsCountedFromSubmission() {
        Plan later = READER.read(small(), NOW.plus(Duration.ofHours(1)));

        PlanChange change = PlanChange.between(READER.reread(READER.normalized(small(), NOW)), later);

        assertThat(change.windowMoved()).isTrue();
        assertThat(change.differences())
                .extracting(Difference::path)
                .containsExactly(
                        "/releaseWindow/start",
                        "/releaseWindow/end",
                        "/releaseWindow/freezeStart",
                        "/releaseWindow/freezeEnd");
    }

    @Test
    void theSummaryTellsTheFirstFewDifferences() {
        PlanChange one = changeTo(smallWith("  support: support\n", ""));
        PlanChange many = PlanChange.between(read(small()), read(sample("aurora-large.yaml")));

        assertThat(one.summary()).isEqualTo("/owners/support: support → none");
        assertThat(changeTo(small()).summary()).isEmpty();
        assertThat(many.summary().split("; /")).hasSize(5);
        assertThat(many.summary())
                .endsWith("; and %d more".formatted(many.differences().size() - 5));
        assertThat(one.said("plan-changed"))
                .containsExactly(
                        Phrase.of("plan-changed"),
                        Phrase.of("plan-difference", "/owners/support", "support", Phrase.of("nothing")));
        assertThat(many.said())
                .hasSize(6)
                .endsWith(Phrase.of("and-more", many.differences().size() - 5));
    }

    @ParameterizedTest
    @CsvSource({"'  id: aurora\n', '  id: borealis\n', customer", "label: production, label: staging, environment"})
    void aPlanForAnotherCustomerOrEnvironmentIsRefused(String place, String replacement, String what) {
        assertThatThrownBy(() -> changeTo(smallWith(place, replacement)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(HandoverException.Code.CONFLICT))
                .hasMessageStartingWith("The plan is for the " + what)
                .hasMessageEndingWith("Submit it as a go-live of its own.");
    }

    @Test
    void everyFieldOfTheSchemaIsMappedToTheStepsThatRelyOnIt() {
        Set<Step> reached = new HashSet<>();
        leaves(JsonPointer.empty(), PlanSchema.load().root())
                .forEach(leaf -> reached.addAll(StepDependencies.on(leaf)));

        assertThat(reached).containsExactlyInAnyOrderElementsOf(Step.validated());
        assertThatThrownBy(() -> StepDependencies.on(JsonPointer.compile("/weather/forecast")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<JsonPointer> leaves(JsonPointer at, SchemaNode node) {
        List<JsonPointer> leaves = new ArrayList<>();
        SchemaNode fields = node.isList() ? node.item() : node;
        JsonPointer holder = node.isList() && fields.isObject() ? at.appendProperty("some-item") : at;
        if (!fields.isObject()) {
            return List.of(at);
        }
        fields.fieldNames().forEach(name -> leaves.addAll(leaves(holder.appendProperty(name), fields.field(name))));
        return leaves;
    }
}
