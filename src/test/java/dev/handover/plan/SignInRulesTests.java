package dev.handover.plan;

import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.onlyMistakeOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static dev.handover.plan.PlanTestData.smallWith;
import static dev.handover.plan.PlanTestData.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four ways of signing in, and what each needs and does not use. */
class SignInRulesTests {

    private static final String OF_SMALL = small("identity:\n", "testUsers:\n");
    private static final String ROLES = "    roles: [%s]\n";

    private static String small(String from, String to) {
        String small = PlanTestData.small();
        return small.substring(small.indexOf(from) + from.length(), small.indexOf(to));
    }

    /** The small sample with another way of signing in, and no roles in tokens. */
    private static String signingIn(String identity) {
        String document = smallWith(OF_SMALL, identity);
        for (String role : new String[] {"administrator", "operator", "viewer", "integration-owner", "support-user"}) {
            document = with(document, ROLES.formatted(role), "");
        }
        return document;
    }

    @Test
    void aPlanOfBeforeThereWereTokensMeansWhatItMeant() {
        Plan.Identity oidc = read(signingIn("  signIn: oidc\n  issuer: http://localhost:8090/oidc\n"))
                .identity();
        assertThat(oidc.client()).isNull();
        assertThat(oidc.testUserGrant()).isNull();
        assertThat(oidc.form()).isNull();

        Plan.Identity password = read(signingIn("  signIn: password\n  loginUrl: http://localhost:8090/api/me\n"))
                .identity();
        assertThat(password.loginUrl()).isEqualTo(URI.create("http://localhost:8090/api/me"));
        assertThat(password.form()).isNull();
    }

    @Test
    void theFieldsOfTheFormHaveTheUsualNamesUnlessThePlanNamesOthers() {
        String form =
                "  signIn: form\n  loginUrl: http://localhost:8090/login\n  landing: http://localhost:8090/home\n";
        assertThat(read(signingIn(form)).identity().form())
                .isEqualTo(new Plan.Identity.LoginForm("username", "password"));
        assertThat(read(signingIn(form + "  form: { accountField: j_user }\n"))
                        .identity()
                        .form())
                .isEqualTo(new Plan.Identity.LoginForm("j_user", "password"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signIn: saml | /identity/metadataUrl
            signIn: form | /identity/loginUrl, /identity/landing
            signIn: password | /identity/loginUrl
            signIn: oidc | /identity/issuer
            """)
    void whatAWayNeedsIsAskedFor(String signIn, String missing) {
        assertThat(mistakesOf(signingIn("  " + signIn + "\n")))
                .allSatisfy(mistake -> assertThat(mistake.message()).endsWith("is missing."))
                .extracting(PlanError::pointer)
                .containsExactlyInAnyOrder(missing.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signIn: saml\n  metadataUrl: http://localhost:8090/saml/metadata",
                "signIn: form\n  loginUrl: http://localhost:8090/login\n  landing: http://localhost:8090/home",
                "signIn: password\n  loginUrl: http://localhost:8090/api/me"
            })
    void whatBelongsToTokensIsNotUsedElsewhere(String way) {
        String tokens = OF_SMALL.substring(OF_SMALL.indexOf("  issuer:"));
        assertThat(mistakesOf(signingIn("  " + way + "\n" + tokens)))
                .allSatisfy(mistake -> assertThat(mistake.message()).endsWith("is not used here."))
                .extracting(PlanError::pointer)
                .containsExactlyInAnyOrder(
                        "/identity/issuer",
                        "/identity/client",
                        "/identity/audience",
                        "/identity/testUserGrant",
                        "/identity/rolesClaim");
    }

    @Test
    void rolesThatCannotBeReadAreAMistakeAtEachTestUser() {
        assertThat(mistakesOf(smallWith("  rolesClaim: /roles\n", "")))
                .hasSize(5)
                .allSatisfy(mistake -> {
                    assertThat(mistake.pointer()).matches("/testUsers/\\d/roles");
                    assertThat(mistake.mend())
                            .isEqualTo("Add client, testUserGrant and rolesClaim to identity, or remove roles.");
                });
    }

    @Test
    void anAddressWhereTheSessionDoesNotCountIsAMistake() {
        String medium = sample("aurora-medium.yaml");
        PlanError landing = onlyMistakeOf(
                with(medium, "landing: http://localhost:8090/home", "landing: http://localhost:8091/home"));
        assertThat(landing.pointer()).isEqualTo("/identity/landing");
        assertThat(landing.mend()).isEqualTo("Write an address that begins with http://localhost:8090.");
        assertThat(mistakesOf(
                        medium.replace("- http://localhost:8090/api/tickets", "- https://localhost:8090/api/tickets")))
                .isNotEmpty()
                .allSatisfy(mistake -> assertThat(mistake.pointer()).matches("/testUsers/\\d/may(Not)?Reach/\\d"));
    }

    @Test
    void theUsualPortAndCapitalLettersMakeNoOtherPlace() {
        String elsewhere = sample("aurora-medium.yaml").replace("http://localhost:8090", "https://aurora.example.com");
        assertThat(mistakesOf(elsewhere.replace(
                        "landing: https://aurora.example.com/home", "landing: https://AURORA.example.com:443/home")))
                .isEmpty();
    }
}
