package dev.handover.checks;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions about a {@link CheckResult}. Every one of them also sees to what holds for all results. */
final class CheckResultAssert extends AbstractAssert<CheckResultAssert, CheckResult> {

    private CheckResultAssert(CheckResult actual) {
        super(actual, CheckResultAssert.class);
        Assertions.assertThat(actual.id()).isEqualTo("the-check");
        Assertions.assertThat(actual.name()).isEqualTo("The check");
        Assertions.assertThat(actual.expected()).isNotBlank();
        Assertions.assertThat(actual.observed()).isNotBlank();
        Assertions.assertThat(actual.finishedAt()).isEqualTo(CheckTestData.NOW);
        Assertions.assertThat(actual.observation().mediaType()).isEqualTo("application/json");
        Assertions.assertThat(actual.observation().text())
                .contains("\"verdict\" : \"%s\"".formatted(actual.verdict().slug()));
    }

    static CheckResultAssert assertThat(CheckResult result) {
        return new CheckResultAssert(result);
    }

    CheckResultAssert passed() {
        return is(Verdict.PASSED, null);
    }

    CheckResultAssert failed(Symptom symptom) {
        return is(Verdict.FAILED, symptom);
    }

    CheckResultAssert inconclusive() {
        Assertions.assertThat(actual.symptom()).isIn(Symptom.CHECK_COULD_NOT_RUN, Symptom.CHECK_NOT_PERMITTED);
        return is(Verdict.INCONCLUSIVE, actual.symptom());
    }

    private CheckResultAssert is(Verdict verdict, Symptom symptom) {
        Assertions.assertThat(actual.verdict()).as(actual.observed()).isEqualTo(verdict);
        Assertions.assertThat(actual.symptom()).isEqualTo(symptom);
        return this;
    }

    CheckResultAssert observed(String... parts) {
        Assertions.assertThat(actual.observed()).contains(parts);
        return this;
    }

    CheckResultAssert observedNothingOf(String... parts) {
        Assertions.assertThat(actual.observed()).doesNotContain(parts);
        return this;
    }

    CheckResultAssert noted(String... parts) {
        Assertions.assertThat(actual.observation().text()).contains(parts);
        return this;
    }
}
