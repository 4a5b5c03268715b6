package dev.handover.plan;

import static dev.handover.plan.PlanTestData.lineOf;
import static dev.handover.plan.PlanTestData.onlyMistakeOf;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueRulesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id: shift-report                                | id: erp-orders           | /integrations/3/id         |
                    account: vera.viewer                            | account: ada.admin       | /testUsers/2/account       |
                    name: Fewer than one request in a hundred fails | name: All targets answer | /monitoring/queries/1/name |
                    id: orders-lost                                 | id: sign-in-broken       | /criteria/1/id             |
                    """)
    void aKeyThatIsUsedTwiceIsToldWithBothPlaces(String second, String first, String pointer) {
        String document = smallWith(second, first);
        String field = first.substring(0, first.indexOf(':'));
        String key = first.substring(first.indexOf(' ') + 1);

        assertThat(onlyMistakeOf(document))
                .isEqualTo(new PlanError(
                        pointer,
                        document.substring(0, document.lastIndexOf(first)).split("\n").length,
                        "The %s \"%s\" is used twice; the first time on line %d."
                                .formatted(field, key, lineOf(document, first)),
                        "Give each its own %s.".formatted(field)));
    }

    @Test
    void aKnownIssueThatIsListedTwiceIsTold() {
        String document = smallWith(
                "knownIssues:\n",
                "knownIssues:\n  - {id: AUR-117, title: x, severity: low, workaround: x, owner: x}\n");

        assertThat(onlyMistakeOf(document))
                .extracting(PlanError::pointer, PlanError::line)
                .containsExactly("/knownIssues/1/id", lineOf(document, "- id: AUR-117"));
    }
}
