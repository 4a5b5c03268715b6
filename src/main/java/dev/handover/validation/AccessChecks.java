package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.plan.Plan;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The automated checks of access: that whoever signs people in is ready, that each test user can sign in and nobody without
 * the secret, and what each reaches.
 */
final class AccessChecks {

    /** A signing certificate that runs out within the stabilization period would be the customer's first incident. */
    private static final int CERTIFICATE_DAYS = 14;

    private final Plan plan;
    private final SignIns signIns;
    private final List<CheckRequest> requests = new ArrayList<>();

    private AccessChecks(Plan plan) {
        this.plan = plan;
        this.signIns = new SignIns(plan);
    }

    static List<CheckRequest> of(Plan plan) {
        var checks = new AccessChecks(plan);
        checks.provider();
        checks.testUsers();
        return List.copyOf(checks.requests);
    }

    private void provider() {
        var identity = plan.identity();
        switch (identity.signIn()) {
            case OIDC -> {
                add("oidc", "Single sign-on provider", new CheckTarget.Oidc(identity.issuer()));
                signIns.client()
                        .ifPresent(client -> add(
                                "oidc-client",
                                "Token for the client " + client.id(),
                                new CheckTarget.ClientToken(client, identity.audience())));
            }
            case SAML ->
                add(
                        "saml",
                        "Single sign-on provider (SAML)",
                        new CheckTarget.SamlMetadata(identity.metadataUrl(), CERTIFICATE_DAYS));
            case FORM, PASSWORD -> {
                // The product signs people in itself: its login is checked with each test user.
            }
        }
    }

    /** Several test users may have one role; the first has the id that it would have alone, so that it stays the same. */
    private void testUsers() {
        Set<Plan.TestUserRole> seen = new HashSet<>();
        for (var user : plan.testUsers()) {
            var role = user.role().slug();
            var words = role.replace('-', ' ');
            testUser(
                    user,
                    seen.add(user.role()) ? role : role + "-" + user.account(),
                    plan.testUsers().stream()
                                            .filter(each -> each.role() == user.role())
                                            .count()
                                    == 1
                            ? words
                            : "%s %s".formatted(words, user.account()));
        }
    }

    /** @param key tells the user apart in ids; @param words does so for people */
    private void testUser(Plan.TestUser user, String key, String words) {
        signInOf(user).ifPresent(target -> add("sign-in-" + key, nameOfSignIn() + words, target));
        add(
                "role-" + key,
                "Access of the " + words,
                new CheckTarget.RoleAccess(signIns.of(user), user.mayReach(), user.mayNotReach(), notStatedFor(user)));
    }

    /** The check that the user can sign in, beside that of what is reached then; none with HTTP Basic against resources only. */
    private Optional<CheckTarget> signInOf(Plan.TestUser user) {
        var identity = plan.identity();
        return switch (identity.signIn()) {
            case PASSWORD ->
                Optional.of(new CheckTarget.PasswordSignIn(identity.loginUrl(), user.account(), user.secret()));
            case FORM ->
                Optional.of(
                        new CheckTarget.FormLogin(signIns.page(), identity.landing(), user.account(), user.secret()));
            case OIDC ->
                signIns.clientOfUsers()
                        .map(client -> new CheckTarget.UserToken(
                                client,
                                user.account(),
                                user.secret(),
                                identity.audience(),
                                identity.rolesClaim(),
                                user.roles()));
            case SAML -> Optional.empty();
        };
    }

    private String nameOfSignIn() {
        return switch (plan.identity().signIn()) {
            case OIDC, SAML -> "Token of the ";
            case FORM -> "Login page for the ";
            case PASSWORD -> "Password login of the ";
        };
    }

    /** Addresses that matter to somebody else only: the empty cells of the user's row. */
    private List<URI> notStatedFor(Plan.TestUser user) {
        return plan.testUsers().stream()
                .flatMap(AccessChecks::addresses)
                .distinct()
                .filter(uri -> addresses(user).noneMatch(uri::equals))
                .toList();
    }

    private static Stream<URI> addresses(Plan.TestUser user) {
        return Stream.concat(user.mayReach().stream(), user.mayNotReach().stream());
    }

    private void add(String id, String name, CheckTarget target) {
        requests.add(new CheckRequest(id, name, target));
    }
}
