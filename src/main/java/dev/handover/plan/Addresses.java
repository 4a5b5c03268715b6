package dev.handover.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses as plans write them: http or https, complete, and free of secrets. Problems never repeat an address. */
final class Addresses {

    private static final Set<String> SECRET_PARAMETERS = Set.of(
            "accesstoken", "apikey", "auth", "key", "passwd", "password", "pwd", "secret", "sig", "signature", "token");

    private Addresses() {}

    static Optional<URI> find(String text) {
        return problem(text).isEmpty() ? Optional.of(URI.create(text)) : Optional.empty();
    }

    static Optional<Problem> problem(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return problem(
                    "This is not an address.",
                    "Write a complete address, for example https://aurora.example.com/health.");
        }
        if (!"http".equalsIgnoreCase(address.getScheme()) && !"https".equalsIgnoreCase(address.getScheme())) {
            return problem("The address does not begin with https:// or http://.", "Write the complete address.");
        }
        if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
            return problem(
                    "The address holds a user name or password.",
                    "Remove the part before the @; name a secret instead, the server holds its value.");
        }
        if (address.getHost() == null || address.getPort() == 0 || address.getPort() > 65_535) {
            return problem(
                    "The address has no valid host and port.", "Write it like https://aurora.example.com:8443/health.");
        }
        return holdsSecret(address)
                ? problem(
                        "The address holds a secret in its parameters.",
                        "Remove the parameter; name a secret instead, the server holds its value.")
                : fragmentProblem(address);
    }

    private static Optional<Problem> fragmentProblem(URI address) {
        return address.getRawFragment() == null
                ? Optional.empty()
                : problem("The address has a part after #, which is never sent.", "Remove the # and what follows it.");
    }

    private static boolean holdsSecret(URI address) {
        String query = address.getQuery() == null ? "" : address.getQuery();
        return Arrays.stream(query.split("[&;]"))
                .map(parameter ->
                        parameter.split("=", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[-_]", ""))
                .anyMatch(SECRET_PARAMETERS::contains);
    }

    private static Optional<Problem> problem(String message, String mend) {
        return Optional.of(new Problem(message, mend));
    }
}
