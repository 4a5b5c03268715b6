package dev.handover.plan;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How people sign in fits what is asked of the test users: roles can be read from somewhere, and a session counts where it is
 * needed. A session is sent only to the origin that gave it (RFC 6454), so an address elsewhere would be asked as a stranger
 * and be refused whatever the product's rules are.
 */
final class SignInRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part identity = plan.field("identity");
        if (!identity.node().isObject()) {
            return;
        }
        if (!identity.field("rolesClaim").isPresent()) {
            plan.field("testUsers").items().forEach(user -> refuseRoles(user.field("roles"), mistakes));
        }
        if (identity.field("signIn").text().filter("form"::equals).isPresent()) {
            origin(identity.field("loginUrl")).ifPresent(login -> refuseElsewhere(plan, identity, login, mistakes));
        }
    }

    private static void refuseRoles(Part roles, Mistakes mistakes) {
        if (!roles.items().isEmpty()) {
            mistakes.add(
                    roles,
                    "The roles cannot be checked: nothing says where a token holds them.",
                    "Add client, testUserGrant and rolesClaim to identity, or remove roles.");
        }
    }

    private static void refuseElsewhere(Part plan, Part identity, String login, Mistakes mistakes) {
        Stream<Part> ofUsers = plan.field("testUsers").items().stream()
                .flatMap(user -> Stream.of(user.field("mayReach"), user.field("mayNotReach")))
                .flatMap(list -> list.items().stream());
        Stream.concat(Stream.of(identity.field("landing")), ofUsers)
                .filter(address ->
                        origin(address).filter(own -> !own.equals(login)).isPresent())
                .forEach(address -> mistakes.add(
                        address,
                        "The address is not on the host of the login page, so who signed in there is a stranger here.",
                        "Write an address that begins with %s.".formatted(Shown.text(login))));
    }

    /** Scheme, host and port; empty if there is no usable address. */
    private static Optional<String> origin(Part address) {
        return address.address().map(SignInRules::origin);
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return "%s://%s%s".formatted(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
    }
}
