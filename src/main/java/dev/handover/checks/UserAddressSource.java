package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where users end when they open the environment's address. */
@Component
@Order(1)
final class UserAddressSource implements FingerprintSource {

    @Override
    public Set<FingerprintField> fields(FingerprintTarget target) {
        return Set.of(FingerprintField.URL);
    }

    @Override
    public Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed {
        Answer page = probe.get(target.url());
        if (!page.isSuccess()) {
            throw new CallFailed("%s answered %d".formatted(page.uri(), page.status()));
        }
        return Map.of(FingerprintField.URL, withoutWhatVaries(page.uri()));
    }

    /** Query, fragment and path parameters carry session ids and one-time values of login pages. */
    private static String withoutWhatVaries(String address) {
        return address.replaceFirst("[?#].*$", "").replaceAll(";[^/]*", "");
    }
}
