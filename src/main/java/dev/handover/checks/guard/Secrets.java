package dev.handover.checks.guard;

import dev.handover.checks.guard.SecretProperties.Held;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final List<String> values;
    private final Redaction redaction;

    Secrets(SecretProperties properties) {
        this.byName = properties.secrets().entrySet().stream()
                .collect(Collectors.toMap(each -> uniform(each.getKey()), Map.Entry::getValue, (first, same) -> first));
        this.values = byName.values().stream()
                .map(Held::value)
                .flatMap(value -> Stream.of(value, altered(value)))
                .flatMap(value -> Stream.of(value, encoded(value))) // as clients send it within HTTP Basic
                .distinct()
                .toList();
        this.redaction = new Redaction(values);
    }

    /** True if the server holds a secret of that name. */
    public boolean isKnown(String name) {
        return name != null && byName.containsKey(uniform(name));
    }

    /** The text without any value of a secret, whatever its spelling. */
    public String redact(String text) {
        return redaction.apply(text);
    }

    /** Nothing earned yet: what a check begins with. */
    public Earnings newEarnings() {
        return new Earnings(values, redaction);
    }

    /**
     * The header by which a call identifies itself; empty for no credential.
     *
     * @throws SecretNotUsable if the secret is unknown, or may not be sent to that place
     */
    Optional<HeaderField> identification(Credential credential, Place to) {
        if (credential instanceof Credential.Basic basic) {
            String pair = basic.account() + ":" + sent(basic.secret(), basic.isAltered(), to);
            return authorization("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (credential instanceof Credential.Client client) {
            String pair = encoded(client.id()) + ":" + encoded(sent(client.secret(), client.isAltered(), to));
            return authorization("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (credential instanceof Credential.Bearer bearer) {
            return authorization("Bearer " + sent(bearer.secret(), bearer.isAltered(), to));
        }
        if (credential instanceof Credential.Header header) {
            return Optional.of(new HeaderField(header.header(), sent(header.secret(), header.isAltered(), to)));
        }
        if (credential instanceof Credential.EarnedBearer bearer) {
            return authorization("Bearer " + sent(bearer.earned(), bearer.isAltered(), to));
        }
        return Optional.empty();
    }

    private static Optional<HeaderField> authorization(String value) {
        return Optional.of(new HeaderField("Authorization", value));
    }

    /**
     * A form as it goes over the line.
     *
     * @throws SecretNotUsable if a secret in it is unknown, or may not be sent to that place
     */
    String filledIn(Body.Form form, Place to) {
        return form.fields().stream()
                .map(field -> encoded(field.name()) + "=" + encoded(valueOf(field, to)))
                .collect(Collectors.joining("&"));
    }

    private String valueOf(Field field, Place to) {
        return field.secret() == null ? field.plain() : sent(field.secret(), field.isAltered(), to);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What was earned goes where everything it was earned with may go; earned with nothing, back to its giver. */
    private String sent(Earned earned, boolean isAltered, Place to) {
        earned.secrets().forEach(name -> valueFor(name, to));
        if (earned.secrets().isEmpty() && !earned.giver().equals(to)) {
            throw new SecretNotUsable("The token given by %s may not be sent to %s.".formatted(earned.giver(), to));
        }
        return isAltered ? altered(earned.value()) : earned.value();
    }

    private String sent(String name, boolean isAltered, Place to) {
        String value = valueFor(name, to);
        return isAltered ? altered(value) : value;
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
    static String altered(String value) {
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
