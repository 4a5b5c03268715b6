package dev.handover.plan;

import static dev.handover.plan.PlanTestData.NOW;
import static dev.handover.plan.PlanTestData.READER;
import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.lineOf;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import dev.handover.shared.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleRulesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '  support: support' | '  support: nobody' | /owners/support | Nobody with the user id "nobody" is known. | Write the id this person logs in with, or have the person added first.
                    secret: aurora-support-user~    owner: validator | secret: aurora-support-user~    owner: valerie | /testUsers/4/owner | Nobody with the user id "valerie" is known. | Write the id this person logs in with, or have the person added first.
                    '  changeApproval: change' | '  changeApproval: business' | /owners/changeApproval | "business" is both Business acceptance owner and Change approval owner. | Name another person: nobody holds two of the roles that sign.
                    '  environment: environment' | '  environment: change' | /owners/changeApproval | "change" is both Environment owner and Change approval owner. | Name another person: nobody holds two of the roles that sign.
                    role: viewer | role: operator | /testUsers | No test user is viewer. | Add a test user with role: viewer.
                    role: viewer | role: Viewer | /testUsers/2/role | "role" cannot be "Viewer". | Write "viewer"; the words here are administrator, operator, viewer, integration-owner, support-user.
                    """)
    void anOwnerOrTestUserThatDoesNotFitIsTold(
            String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @Test
    void onePersonInAllRolesThatSignIsToldForEachRoleAfterTheFirst() {
        String document = smallWith("  changeApproval: change", "  changeApproval: business")
                .replace("  environment: environment", "  environment: business");

        assertThat(mistakesOf(document))
                .extracting(PlanError::pointer)
                .containsExactly("/owners/changeApproval", "/owners/environment");
    }

    @ParameterizedTest
    @CsvSource({"businessAcceptance, business", "changeApproval, change", "environment, environment"})
    void theRequesterHoldsNoRoleThatSigns(String word, String owner) {
        String document = smallWith("  %s: %s\n".formatted(word, owner), "  %s: requester\n".formatted(word));

        assertThat(mistakesOf(document)).isEmpty();
        assertThatThrownBy(() -> READER.read(document, NOW, "requester"))
                .isInstanceOfSatisfying(
                        InvalidPlan.class,
                        refusal -> assertThat(refusal.errors())
                                .containsExactly(new PlanError(
                                        "/owners/" + word,
                                        lineOf(document, "  %s: requester".formatted(word)),
                                        "\"requester\" submits this plan.",
                                        "Name another person: who requests a go-live never signs it.")));
    }

    @Test
    void theRequesterMayHoldARoleThatDoesNotSign() {
        String document = smallWith("  support: support", "  support: requester");

        assertThat(READER.read(document, NOW, "requester").owner(Role.SUPPORT)).contains("requester");
    }

    @Test
    void onePersonMayHoldRolesThatDoNotSign() {
        assertThat(mistakesOf(smallWith("  support: support", "  support: production")))
                .isEmpty();
        assertThat(mistakesOf(smallWith("  customer: customer", "  customer: business")))
                .isEmpty();
    }

    @Test
    void listsBeyondTheirBoundAreNotWorkedThrough() {
        StringBuilder users = new StringBuilder("testUsers:\n");
        for (int user = 0; user < 2000; user++) {
            users.append("  - {role: viewer, account: a%d, secret: s, owner: nobody-%d,".formatted(user, user));
            users.append(" mayReach: ['http://a'], mayNotReach: []}\n");
        }

        assertThat(mistakesOf(smallWith("testUsers:\n", users.toString())))
                .anySatisfy(
                        mistake -> assertThat(mistake.message()).isEqualTo("\"testUsers\" has more than 100 items."))
                .filteredOn(mistake -> mistake.message().startsWith("Nobody"))
                .hasSize(100);
    }

    @Test
    void somebodyWhoseAccountIsDisabledIsToldApartFromSomebodyUnknown() {
        var reader = new PlanReader(new Directory() {
            @Override
            public Optional<Person> find(String userId) {
                return PlanTestData.DIRECTORY.find(userId);
            }

            @Override
            public boolean canLogIn(String userId) {
                return !userId.equals("validator") && find(userId).isPresent();
            }
        });

        assertThatThrownBy(() -> reader.read(PlanTestData.small(), NOW))
                .isInstanceOfSatisfying(
                        InvalidPlan.class,
                        refusal -> assertThat(refusal.errors()).isNotEmpty().allSatisfy(mistake -> {
                            assertThat(mistake.pointer()).matches("/testUsers/\\d/owner");
                            assertThat(mistake.message()).isEqualTo("The account \"validator\" is disabled.");
                            assertThat(mistake.mend()).startsWith("Name another person");
                        }));
    }
}
