package dev.handover.checks.guard;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * Where the application may call, and how long it waits there. A bad value stops the start-up.
 *
 * @param allowedHosts hosts that checks and captured links may reach; none by default, so nothing is reachable until an
 *     administrator says so
 * @param connectTimeout how long one connection may take to come about (ISO-8601, at least PT0.1S): a host that is up
 *     answers within a round trip, so three seconds already allow for two lost packets
 * @param fetchTimeout how long a captured copy of a link may take altogether (ISO-8601, at least PT0.1S): longer than a
 *     check, since a document is larger than a status
 * @param sslBundle name of a Spring Boot SSL bundle ({@code spring.ssl.bundle}) whose trust store is used instead of the
 *     Java platform's, for customers with a certificate authority of their own; null for the platform's
 * @param nameServers whom to ask where a domain's mail goes, as {@code address} or {@code address:port}; none for those of
 *     the operating system. Connections always go by the operating system's own look-up
 */
@Validated
@ConfigurationProperties("handover.checks")
record GuardProperties(
        @DefaultValue List<AllowedHost> allowedHosts,

        @DefaultValue("PT3S") @NotNull @DurationMin(millis = 100)
        Duration connectTimeout,

        @DefaultValue("PT20S") @NotNull @DurationMin(millis = 100)
        Duration fetchTimeout,

        String sslBundle,
        @DefaultValue List<String> nameServers) {

    /**
     * A host, or the hosts below a domain, that may be called.
     *
     * @param pattern {@code host:port} or {@code *.domain:port}
     * @param schemes {@code https} (default), {@code http} (which also lets the TLS check of that host pass), {@code tcp},
     *     {@code postgresql} (over TLS), {@code postgresql-plain} (without TLS), or several of them
     * @param privateAddresses property {@code private}: true if the host may have an address that is not public, such as
     *     10.0.0.5 or localhost
     */
    record AllowedHost(
            String pattern,
            @DefaultValue("https") Set<String> schemes,
            @Name("private") @DefaultValue("false") boolean privateAddresses) {

        private static final Set<String> KNOWN_SCHEMES =
                Set.of("http", "https", "tcp", "postgresql", "postgresql-plain");

        AllowedHost {
            HostPattern.parse(pattern);
            schemes = Set.copyOf(schemes);
            if (schemes.isEmpty() || !KNOWN_SCHEMES.containsAll(schemes)) {
                throw new IllegalArgumentException("schemes of \"%s\" must be some of %s"
                        .formatted(
                                pattern,
                                String.join(
                                        ", ", KNOWN_SCHEMES.stream().sorted().toList())));
            }
        }
    }

    GuardProperties {
        allowedHosts = List.copyOf(allowedHosts);
        nameServers = List.copyOf(nameServers);
        nameServers.forEach(NameServers::address);
    }
}
