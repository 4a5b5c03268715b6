package dev.handover.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTests {

    @ParameterizedTest
    @ValueSource(strings = {"+49 40 5550 1201", "+1 (212) 555-0100", "+36.1.555.0100", "+44 20 7946 0958"})
    void aNumberThatCanExistIsInOrder(String phone) {
        assertThat(Phones.fault(phone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ", no phone",
        "' ', no phone",
        "040 5550 1201, the phone has no country code",
        "+999 40 5550 1201, no country has the country code of the phone",
        "+1 212 555, the phone has too few digits for its country",
        "+1 212 555 01000 9, the phone has too many digits for its country",
        "+1 555 0100, the phone lacks its area code",
    })
    void aNumberThatCannotExistIsTold(String phone, String fault) {
        assertThat(Phones.fault(phone)).contains(fault);
    }
}
