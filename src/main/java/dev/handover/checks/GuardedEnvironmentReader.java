package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.Secrets;
import dev.handover.checks.guard.TimeLimit;
import dev.handover.shared.Digest;
import dev.handover.shared.HandoverException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all sources, one after the other, through the guarded client. */
@Component
final class GuardedEnvironmentReader implements EnvironmentReader {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEnvironmentReader.class);

    /** Longest value that is kept as it is, in characters. */
    static final int LONGEST = 500;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+");

    private final List<FingerprintSource> sources;
    private final GuardedClient client;
    private final Secrets secrets;
    private final Duration timeout;
    private final Clock clock;

    GuardedEnvironmentReader(
            List<FingerprintSource> sources,
            GuardedClient client,
            Secrets secrets,
            CheckProperties properties,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.client = client;
        this.secrets = secrets;
        this.timeout = properties.checkTimeout();
        this.clock = clock;
    }

    @Override
    public Fingerprint read(FingerprintTarget target) {
        var known = new EnumMap<FingerprintField, String>(FingerprintField.class);
        var unknown = new EnumMap<FingerprintField, String>(FingerprintField.class);
        var earnings = secrets.newEarnings();
        try (TimeLimit limit = client.limit(timeout)) {
            var probe = new Probe(client, limit, clock, new Notes(earnings), earnings, Duration.ZERO);
            sources.forEach(source -> read(source, target, probe, known, unknown));
        }
        return new Fingerprint(known, unknown);
    }

    private void read(
            FingerprintSource source,
            FingerprintTarget target,
            Probe probe,
            Map<FingerprintField, String> known,
            Map<FingerprintField, String> unknown) {
        var fields = source.fields(target);
        if (fields.isEmpty()) {
            return;
        }
        try {
            var values = source.read(target, probe);
            fields.forEach(field -> known.put(field, kept(values.get(field))));
        } catch (CallFailed | HandoverException e) {
            fields.forEach(field -> unknown.put(field, kept(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("{} broke", source.getClass().getSimpleName(), e);
            fields.forEach(field -> unknown.put(field, "reading it broke; tell an administrator if it stays so"));
        }
    }

    /** On one line and of bounded length, so that what somebody else chose can be shown; what is cut still counts by its digest. */
    private String kept(String value) {
        if (value == null) {
            return "";
        }
        String line = UNPRINTABLE.matcher(secrets.redact(value)).replaceAll(" ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST).replaceAll("\\p{Cs}$", "") + "… SHA-256 "
                        + Digest.of(line).sha256();
    }
}
