package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the environment says about itself: tenant, label and version. */
@Component
@Order(2)
final class EnvironmentInfoSource implements FingerprintSource {

    private static final Set<FingerprintField> FIELDS =
            Set.of(FingerprintField.TENANT, FingerprintField.LABEL, FingerprintField.VERSION);

    @Override
    public Set<FingerprintField> fields(FingerprintTarget target) {
        return FIELDS;
    }

    @Override
    public Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed {
        JsonNode info = probe.json(target.infoUrl(), Credential.none());
        var values = new EnumMap<FingerprintField, String>(FingerprintField.class);
        FIELDS.forEach(field -> values.put(field, Json.text(info, field.slug())));
        return values;
    }
}
