package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.onlyMistakeOf;
import static dev.handover.plan.PlanTestData.smallWith;
import static dev.handover.plan.PlanTestData.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema refuses, in the words of plan authors. */
class SchemaCheckTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  issuer: http://localhost:8090/oidc~' | '' | /identity/issuer | "issuer" is missing. | Add it, for example issuer: https://login.example.com/realms/aurora. OpenID Connect issuer; with signIn: oidc, and only then.
                    '  audience: aurora-works~' | '  audience: aurora-works~  loginUrl: http://localhost:8090/api/me~' | /identity/loginUrl | "loginUrl" is not used here. | Remove it. With signIn: password, the address that answers 2xx to the product's own login (HTTP Basic); with signIn: form, the page with the login form; and only then.
                    '  testUserGrant: password~' | '' | /identity/testUserGrant | "testUserGrant" is missing. | Add it, for example testUserGrant: password. How test users get tokens, which are checked and then signed in with; without it they sign in by HTTP Basic. With client, and only then.
                    '  client:~    id: handover-checks~    secret: aurora-oidc-client~' | '' | /identity/client | "client" is missing. | Add it with the fields id, secret. Client that validation asks for tokens as; with signIn: oidc, and only then.
                    '    secret: aurora-oidc-client~' | '' | /identity/client/secret | "secret" is missing. | Add it, for example secret: aurora-oidc-client. Name under which the server holds the client's secret; never the secret.
                    '  rolesClaim: /roles~' | '  rolesClaim: roles~' | /identity/rolesClaim | "rolesClaim" is not a place in a token. | Write it, for example rolesClaim: /roles. A JSON pointer (RFC 6901): a slash before each name on the way to the value.
                    '    maxAge: PT26H~' | '' | /integrations/1/maxAge | "maxAge" is missing. | Add it, for example maxAge: PT26H. Oldest acceptable last success; with kind: import or scheduled-job, and only then.
                    '    maxAge: PT9H~' | '' | /integrations/3/maxAge | "maxAge" is missing. | Add it, for example maxAge: PT26H. Oldest acceptable last success; with kind: import or scheduled-job, and only then.
                    '    kind: connector~' | '    kind: connector~    maxAge: P1D~' | /integrations/0/maxAge | "maxAge" is not used here. | Remove it. Oldest acceptable last success; with kind: import or scheduled-job, and only then.
                    '    kind: api-key~' | '    kind: api-key~    maxAge: P1D~' | /integrations/2/maxAge | "maxAge" is not used here. | Remove it. Oldest acceptable last success; with kind: import or scheduled-job, and only then.
                    '  prometheus: http://localhost:8090/prometheus~' | '' | /monitoring/prometheus | "prometheus" is missing. | Add it, for example prometheus: https://metrics.example.com. Base address of a Prometheus-style API; needed with queries and targets.
                    """)
    void aFieldThatOneCaseNeedsAndAnotherDoesNotIsTold(
            String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title: Aurora Works goes live in Hamburg~ | title: 12~ | /title | "title" is a number, not text. | Put the value in quotes: "12".
                    title: Aurora Works goes live in Hamburg~ | title: [a]~ | /title | "title" is a list, not text. | Write it, for example title: Aurora Works: production planning goes live in Hamburg. The go-live in one line, as lists and mails show it.
                    title: Aurora Works goes live in Hamburg~ | title:~ | /title | "title" is empty. | Write a value, for example title: Aurora Works: production planning goes live in Hamburg. The go-live in one line, as lists and mails show it.
                    title: Aurora Works goes live in Hamburg~ | title: ' '~ | /title | "title" is not a line of text. | Write it, for example title: Aurora Works: production planning goes live in Hamburg. One line of text, without spaces at its ends.
                    customer:~  id: aurora~  name: Aurora Works~ | customer:~ | /customer | "customer" is empty. | Write a value with the fields id, name. Who starts to depend on the system.
                    sites: [Hamburg] | sites: Hamburg | /acceptanceScope/sites | "sites" is text, not a list. | Write it, for example sites: [Hamburg]. Sites that go live; at least one.
                    sites: [Hamburg] | sites: [] | /acceptanceScope/sites | "sites" is empty. | Write it, for example sites: [Hamburg]. Sites that go live; at least one.
                    sites: [Hamburg] | sites: [a, b, a] | /acceptanceScope/sites | "sites" holds the same item twice, as number 1 and 3. | Remove one of the two.
                    sites: [Hamburg] | sites: [a, 5] | /acceptanceScope/sites/1 | Item 2 of the list is a number, not text. | Put the value in quotes: "5".
                    threshold: 3 | threshold: three | /criteria/0/threshold | "threshold" is text, not a number. | Write it, for example threshold: 5. What the metric is compared to.
                    threshold: 3 | threshold: 1e999 | /criteria/0/threshold | "threshold" is more than 1000000000000. | Write it, for example threshold: 5. What the metric is compared to.
                    watch: 3 | watch: -1 | /stabilization/thresholds/sign-in-failures/watch | "watch" is less than 0. | Write it, for example watch: 5. A reading of at least this is watched.
                    id: aurora~ | id: Aurora Works~ | /customer/id | "id" is not a short id. | Write it, for example id: aurora. Lower-case letters, digits and single hyphens between them.
                    kind: connector | kind: conector | /integrations/0/kind | "kind" cannot be "conector". | Write "connector"; the words here are connector, import, api-key, scheduled-job.
                    severity: medium | severity: 3 | /knownIssues/0/severity | "severity" is a number, not a word. | Write one of low, medium, high, critical.
                    comparator: "<" | comparator: lt | /monitoring/queries/1/comparator | "comparator" cannot be "lt". | Write one of <, <=, ==, >=, >.
                    comparator: ">" | comparator: "=>" | /criteria/1/comparator | "comparator" cannot be "=>". | Write one of <, <=, ==, >=, >.
                    zone: Europe/Berlin | zone: Berlin | /releaseWindow/zone | There is no time zone "Berlin". | Write Europe/Berlin.
                    rpo: P1D | rpo: PT0S | /backup/rpo | "rpo" is not a length of time. | Write it, for example rpo: PT24H. An ISO-8601 duration in days, hours, minutes and seconds, longer than zero.
                    email: business@handover.example | email: business | /supportContacts/customerBusinessOwner/email | "business" is not an e-mail address. | Write it like susan.sauer@example.com.
                    phone: +49 40 5550 1201 | phone: 040 55501201 | /supportContacts/customerBusinessOwner/phone | "040 55501201" is not a telephone number with country code. | Write it like +49 40 5550 1234.
                    """)
    void aValueThatDoesNotFitIsTold(String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @Test
    void mistakesOfEveryKindAreToldTogetherInTheOrderOfTheDocument() {
        String people = smallWith("  changeApproval: change", "  changeApproval: business");
        String words = with(people, "signIn: oidc", "signIn: odic");
        String lengths = with(words, "  rto: PT4H", "  rto: 4 hours");
        String times = with(lengths, "start: PT20M", "start: 2020-01-01T10:00");

        assertThat(mistakesOf(times))
                .extracting(PlanError::pointer)
                .containsExactly("/owners/changeApproval", "/identity/signIn", "/backup/rto", "/releaseWindow/start");
    }

    @Test
    void aMisspeltFieldIsToldOnceAndNotAsMissingToo() {
        assertThat(onlyMistakeOf(smallWith("  freezeStart: PT0S", "  freeze_start: PT0S")))
                .extracting(PlanError::pointer, PlanError::mend)
                .containsExactly("/releaseWindow/freeze_start", "Write \"freezeStart\".");
    }

    @Test
    void aFieldThatIsThereAlreadyIsNotProposedAgain() {
        assertThat(onlyMistakeOf(smallWith("  zone: Europe/Berlin", "  zone: Europe/Berlin\n  zones: Europe/Paris"))
                        .mend())
                .isEqualTo("Remove it; the fields here are zone, start, end, freezeStart, freezeEnd,"
                        + " rollbackExpectation, communicationPlan.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "apiKey", "api_key", "token", "Passwd"})
    void aFieldForASecretIsRefusedWithoutRepeatingTheSecret(String field) {
        PlanError mistake = onlyMistakeOf(smallWith(
                "    account: otto.operator\n", "    account: otto.operator\n    %s: geheim-4711\n".formatted(field)));

        assertThat(mistake.pointer()).isEqualTo("/testUsers/1/" + field);
        assertThat(mistake.mend()).contains("a plan never holds a secret").contains("\"secret\"");
        assertThat(mistake.toString()).doesNotContain("geheim-4711");
    }

    @Test
    void whatIsNoNameOfASecretIsNotRepeated() {
        PlanError mistake = onlyMistakeOf(smallWith("secret: aurora-operator", "secret: Geheim!4711"));

        assertThat(mistake.message()).isEqualTo("\"secret\" is not a name of a secret.");
        assertThat(mistake.toString()).doesNotContain("Geheim!4711");
    }
}
