package dev.handover.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/** Says whether a telephone number can exist, by the numbering plan of its country. Whether it does, only a call can tell. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** What is wrong with a number, in words; empty if nothing is. */
    static Optional<String> fault(String phone) {
        if (phone == null || phone.isBlank()) {
            return Optional.of("no phone");
        }
        if (!phone.strip().startsWith("+")) {
            return Optional.of("the phone has no country code");
        }
        try {
            return fault(NUMBERS.isPossibleNumberWithReason(NUMBERS.parse(phone, null)));
        } catch (NumberParseException e) {
            return Optional.of(
                    e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
                            ? "no country has the country code of the phone"
                            : "the phone is not a telephone number");
        }
    }

    private static Optional<String> fault(ValidationResult result) {
        return switch (result) {
            case IS_POSSIBLE -> Optional.empty();
            case IS_POSSIBLE_LOCAL_ONLY -> Optional.of("the phone lacks its area code");
            case TOO_SHORT -> Optional.of("the phone has too few digits for its country");
            case TOO_LONG -> Optional.of("the phone has too many digits for its country");
            case INVALID_COUNTRY_CODE -> Optional.of("no country has the country code of the phone");
            case INVALID_LENGTH -> Optional.of("no phone of its country has so many digits");
        };
    }
}
