package dev.handover.plan;

import static dev.handover.plan.PlanTestData.NOW;
import static dev.handover.plan.PlanTestData.READER;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static dev.handover.plan.PlanTestData.small;
import static dev.handover.plan.PlanTestData.smallWith;
import static dev.handover.plan.PlanTestData.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.handover.plan.Plan.CriterionAction;
import dev.handover.plan.Plan.IntegrationKind;
import dev.handover.plan.Plan.Severity;
import dev.handover.plan.Plan.TestUserRole;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTests {

    private static final String HOST = "http://localhost:8090";

    @Test
    void whoAndWhatIsRead() {
        Plan plan = read(small());

        assertThat(plan.title()).isEqualTo("Aurora Works goes live in Hamburg");
        assertThat(plan.customer()).isEqualTo(new Plan.Customer("aurora", "Aurora Works"));
        assertThat(plan.environment())
                .isEqualTo(new Plan.Environment(
                        "production",
                        "aurora-prod",
                        URI.create(HOST),
                        URI.create(HOST + "/api/environment"),
                        List.of()));
        assertThat(plan.owner(Role.BUSINESS)).contains("business");
        assertThat(plan.owner(Role.CHANGE)).contains("change");
        assertThat(plan.acceptanceScope().userGroups()).containsExactly("Administrators", "Shift leads", "Planners");
        assertThat(plan.identity())
                .isEqualTo(new Plan.Identity(
                        Plan.SignIn.OIDC,
                        URI.create(HOST + "/oidc"),
                        new Plan.Identity.Client("handover-checks", "aurora-oidc-client"),
                        "aurora-works",
                        Plan.TestUserGrant.PASSWORD,
                        "/roles",
                        null,
                        null,
                        null,
                        null));
        assertThat(plan.testUsers().get(1).roles()).containsExactly("operator");
        assertThat(plan.testUsers()).extracting(Plan.TestUser::role).containsExactly(TestUserRole.values());
        assertThat(plan.testUsers().get(3).mayReach()).containsExactly(URI.create(HOST + "/api/integrations"));
        assertThat(plan.validationData().simulationScenes()).containsExactly("Press shop Hamburg");
        assertThat(plan.validationData().aiWorkflows()).isEmpty();
        assertThat(plan.confirmations()).containsOnlyKeys(Step.WORKFLOWS);
    }

    @Test
    void howItIsValidatedAndWhenIsRead() {
        Plan plan = read(small());

        assertThat(plan.integrations().get(2))
                .isEqualTo(new Plan.Integration(
                        "erp-key",
                        "API key of the ERP",
                        IntegrationKind.API_KEY,
                        URI.create(HOST + "/api-keys/erp"),
                        null,
                        null,
                        200,
                        null,
                        "aurora-erp-key",
                        null,
                        null));
        assertThat(plan.integrations().get(3).maxAge()).isEqualTo(Duration.ofHours(9));
        assertThat(plan.monitoring().queries().get(1))
                .isEqualTo(new Plan.Monitoring.Query(
                        "Fewer than one request in a hundred fails", "http_error_rate", "<", 0.01));
        assertThat(plan.backup().statusUrl()).isEqualTo(URI.create(HOST + "/backup"));
        assertThat(plan.supportContacts().vendorProjectContact())
                .isEqualTo(new Plan.Contact("Rita Requardt", "requester@handover.example", "+49 40 5550 1203"));
        assertThat(read(smallWith("    phone: +49 40 5550 1203\n", ""))
                        .supportContacts()
                        .vendorProjectContact()
                        .phone())
                .isNull();
        assertThat(plan.releaseWindow().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(plan.releaseWindow().communicationPlan()).hasSize(2);
        assertThat(plan.knownIssues().get(0).severity()).isEqualTo(Severity.MEDIUM);
        assertThat(plan.criteria().get(0).lasting()).isEqualTo(Duration.ofMinutes(15));
        assertThat(plan.criteria().get(1).action()).isEqualTo(CriterionAction.ROLL_BACK);
    }

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheSchema() {
        Plan plan = read(with(smallWith("  quiet: PT12H\n", ""), "  length: P1D", "  length: PT6H"));

        assertThat(plan.stabilization().quiet()).isEqualTo(Duration.ofHours(6));
        assertThat(plan.stabilization().thresholds()).containsOnlyKeys(SignalKind.values());
        assertThat(plan.stabilization().thresholds().get(SignalKind.SIGN_IN_FAILURES))
                .isEqualTo(new Plan.Thresholds(3, 10));
        assertThat(plan.stabilization().thresholds().get(SignalKind.SUPPORT_RESPONSE_TIME))
                .isEqualTo(new Plan.Thresholds(30, 60));
        assertThat(plan.backup().restoreTestMaxAge()).isEqualTo(Duration.ofDays(90));
        assertThat(plan.criteria().get(1).lasting()).isZero();
        assertThat(plan.criteria().get(1).decider()).isEqualTo(Role.PRODUCTION);
        assertThat(read(smallWith("  quiet: PT12H\n", "")).stabilization().quiet())
                .isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8090, http://localhost:8090/api/environment",
        "http://localhost:8090/, http://localhost:8090/api/environment",
        "http://localhost:8090/aurora, http://localhost:8090/aurora/api/environment",
        "http://localhost:8090/aurora/, http://localhost:8090/aurora/api/environment",
    })
    void theEnvironmentIsAskedBelowItsAddress(String url, URI infoUrl) {
        assertThat(read(smallWith("  url: http://localhost:8090\n", "  url: %s\n".formatted(url)))
                        .environment()
                        .infoUrl())
                .isEqualTo(infoUrl);
    }

    @Test
    void anOwnerMayBeLeftOut() {
        assertThat(read(smallWith("  support: support\n", "")).owner(Role.SUPPORT))
                .isEmpty();
    }

    @Test
    void jsonReadsLikeYaml() throws IOException {
        String json = new ObjectMapper().writeValueAsString(new YAMLMapper().readTree(small()));

        assertThat(json).startsWith("{");
        assertThat(read(json)).isEqualTo(read(small()));
        assertThat(READER.reread(READER.normalized(json, NOW))).isEqualTo(read(small()));
    }

    @Test
    void theTreeOfAPlanIsItsDocument() throws IOException {
        for (String name : new String[] {"aurora-small.yaml", "aurora-medium.yaml", "aurora-large.yaml"}) {
            Plan plan = read(sample(name));
            assertThat(read(new YAMLMapper().writeValueAsString(PlanTree.of(plan))))
                    .isEqualTo(plan);
        }
    }

    @Test
    void wordsThatYamlMayTakeForSomethingElseStayWords() {
        Plan plan = read(with(
                smallWith("sites: [Hamburg]", "sites: [no, 22:30, 2026-01-01, on, 0x1F, 007]"),
                "modules: [Work orders, Scenes]",
                "modules: ['1', \"true\", 'null']"));

        assertThat(plan.acceptanceScope().sites()).containsExactly("no", "22:30", "2026-01-01", "on", "0x1F", "007");
        assertThat(plan.acceptanceScope().modules()).containsExactly("1", "true", "null");
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNotMatter() {
        String document = "\uFEFF" + small().replace("\n", "\r\n");

        assertThat(read(document)).isEqualTo(read(small()));
        assertThat(READER.reread(READER.normalized(document, NOW))).isEqualTo(read(small()));
    }

    @Test
    void theKeptDocumentDiffersOnlyInTheTimesCountedFromSubmission() {
        Instant submitted = Instant.parse("2026-03-02T10:00:00.987654321Z");

        assertThat(READER.normalized(small(), submitted))
                .isEqualTo(small().replace("start: PT20M", "start: \"2026-03-02T10:20:00Z\"")
                        .replace("end: PT4H20M", "end: \"2026-03-02T14:20:00Z\"")
                        .replace("freezeStart: PT0S", "freezeStart: \"2026-03-02T10:00:00Z\"")
                        .replace("freezeEnd: P1D", "freezeEnd: \"2026-03-03T10:00:00Z\""));
        assertThat(READER.reread(READER.normalized(small(), submitted))).isEqualTo(READER.read(small(), submitted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT20M # soon",
                "'PT20M'",
                "\"PT20M\"",
                "\n    PT20M",
                "|\n    PT20M",
                ">-\n    PT20M",
                "&x PT20M"
            })
    void timesCountedFromSubmissionAreFixedInEveryStyle(String written) {
        String document = "# 😀 emoji shift the parser's marks\n" + smallWith("start: PT20M", "start: " + written);

        String kept = READER.normalized(document, NOW);

        assertThat(kept).contains("\"2026-03-02T10:20:00Z\"").doesNotContain("PT20M");
        assertThat(READER.reread(kept)).isEqualTo(read(small()));
    }

    @Test
    void statedTimesOfTheBackupAreFixedToo() {
        String document = smallWith(
                "  statusUrl: http://localhost:8090/backup",
                "  lastBackup: -PT6H\n  lastRestoreTest: 2026-02-01T09:00");

        String kept = READER.normalized(document, NOW);

        assertThat(kept).contains("lastBackup: \"2026-03-02T04:00:00Z\"").contains("lastRestoreTest: 2026-02-01T09:00");
        assertThat(READER.reread(kept).backup().lastBackup()).isEqualTo("2026-03-02T04:00:00Z");
        assertThat(READER.reread(kept).backup().lastRestoreTest()).isEqualTo("2026-02-01T08:00:00Z");
    }

    @Test
    void aKeptPlanIsReadWhenItsWindowIsPastAndItsPeopleHaveLeft() {
        String kept = READER.normalized(small(), NOW);
        PlanReader nobodyIsLeft = new PlanReader(id -> Optional.empty());

        assertThat(nobodyIsLeft.reread(kept)).isEqualTo(read(small()));
        assertThatThrownBy(() -> nobodyIsLeft.read(kept, NOW.plus(Duration.ofDays(400))))
                .isInstanceOf(InvalidPlan.class);
    }

    @Test
    void aDocumentThatWasNotFixedIsNoKeptPlan() {
        assertThatThrownBy(() -> READER.reread(small()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("counted from its submission");
    }

    @Test
    void aRefusedPlanSaysHowManyMistakesItHas() {
        assertThatThrownBy(() -> read(smallWith("signIn: oidc", "signIn: odic")))
                .isInstanceOfSatisfying(
                        InvalidPlan.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(HandoverException.Code.INVALID_PLAN))
                .hasMessage("The plan has 1 mistake.");
    }
}
