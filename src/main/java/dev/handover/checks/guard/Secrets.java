package dev.handover.checks.guard;

import dev.handover.checks.guard.SecretProperties.Held;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The secrets that the server holds. Plans and checks know names only; a value leaves this package in one way, as part of a
 * request or a login to a host that the secret is bound to.
 */
@Component
public final class Secrets {

    private final Map<String, Held> byName;
    private final Redaction redaction;

    Secrets(SecretProperties properties) {
        this.byName = properties.secrets().entrySet().stream()
                .collect(Collectors.toMap(each -> uniform(each.getKey()), Map.Entry::getValue, (first, same) -> first));
        this.redaction = new Redaction(byName.values().stream()
                .map(Held::value)
                .flatMap(value -> Stream.of(value, altered(value)))
                .toList());
    }

    /** True if the server holds a secret of that name. */
    public boolean isKnown(String name) {
        return name != null && byName.containsKey(uniform(name));
    }

    /** The text without any value of a secret, whatever its spelling. */
    public String redact(String text) {
        return redaction.apply(text);
    }

    /**
     * Value of the Authorization header for a call; null for no credential.
     *
     * @throws SecretNotUsable if the secret is unknown, or may not be sent to that place
     */
    String authorization(Credential credential, Place to) {
        if (credential instanceof Credential.Basic basic) {
            String password = valueFor(basic.secret(), to);
            String pair = basic.account() + ":" + (basic.isAltered() ? altered(password) : password);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        if (credential instanceof Credential.Bearer bearer) {
            String token = valueFor(bearer.secret(), to);
            return "Bearer " + (bearer.isAltered() ? altered(token) : token);
        }
        return null;
    }

    /**
     * The password for a connection that a driver makes to that place.
     *
     * @throws SecretNotUsable if the secret is unknown, or may not be sent to that place
     */
    String password(String name, Place to) {
        return valueFor(name, to);
    }

    private String valueFor(String name, Place to) {
        if (name == null) {
            throw new SecretNotUsable("No secret is named for %s. Name one in the plan.".formatted(to));
        }
        Held held = byName.get(uniform(name));
        if (held == null) {
            throw new SecretNotUsable(
                    "The server holds no secret \"%s\". Ask an administrator to add it (handover.secrets.%s)."
                            .formatted(Texts.shown(name), Texts.shown(name)));
        }
        boolean bound = held.hosts().stream()
                .map(HostPattern::parse)
                .anyMatch(pattern -> pattern.matches(to.host(), to.port()));
        if (!bound) {
            throw new SecretNotUsable(
                    "The secret \"%s\" may not be sent to %s:%d. Ask an administrator to bind it to that host (handover.secrets.%s.hosts)."
                            .formatted(Texts.shown(name), to.host(), to.port(), Texts.shown(name)));
        }
        return held.value();
    }

    /**
     * One character in the middle is changed: at the end it might be padding that says nothing, at the start a mere prefix.
     */
    private static String altered(String value) {
        int middle = value.length() / 2;
        char other = value.charAt(middle) == 'x' ? 'y' : 'x';
        return value.substring(0, middle) + other + value.substring(middle + 1);
    }

    /** Environment variables cannot carry hyphens or case, so names are compared without them. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "");
    }

    /** Names only. */
    @Override
    public String toString() {
        return "Secrets" + byName.keySet();
    }
}
