package dev.handover.checks.guard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets that plans may name, as {@code handover.secrets.<name>.value} and {@code .hosts}: from the environment, a
 * mounted configuration tree or any other Spring source, never from a plan. A bad entry stops the start-up.
 *
 * <p>In environment variables the hyphens of a name are left out: {@code HANDOVER_SECRETS_AURORAERPKEY_VALUE}.
 *
 * @param secrets by name
 */
@Validated
@ConfigurationProperties("handover")
record SecretProperties(@DefaultValue @Valid Map<String, Held> secrets) {

    /** Shorter values would turn up by chance in every answer, and could not be taken out without spoiling it. */
    static final int SHORTEST = 6;

    SecretProperties {
        secrets = Map.copyOf(secrets);
    }

    /**
     * A value and where it may go. The rules are methods and not annotations of {@code value}, because the start-up report
     * prints what an annotated field was given.
     *
     * @param value the secret itself
     * @param hosts {@code host:port} or {@code *.domain:port}; at least one
     */
    record Held(String value, List<String> hosts) {

        Held {
            hosts = hosts == null ? List.of() : List.copyOf(hosts);
            hosts.forEach(HostPattern::parse);
        }

        @AssertTrue(message = "the value of a secret has at least 6 characters, none of them a control character")
        boolean isValueUsable() {
            return value != null && value.length() >= SHORTEST && value.chars().noneMatch(Character::isISOControl);
        }

        @AssertTrue(message = "a secret is bound to at least one host")
        boolean isBound() {
            return !hosts.isEmpty();
        }

        @Override
        public String toString() {
            return "Held[value=(hidden), hosts=%s]".formatted(hosts);
        }
    }
}
