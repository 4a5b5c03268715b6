package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckTarget;
import dev.handover.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The automated checks of access: that whoever signs people in is ready, that each test user can sign in and nobody without
 * the secret, and what each reaches.
 */
final class AccessChecks {

    /** A signing certificate that runs out within the stabilization period would be the customer's first incident. */
    private static final int CERTIFICATE_DAYS = 14;

    private final Plan plan;
    private final List<CheckRequest> requests = new ArrayList<>();

    private AccessChecks(Plan plan) {
        this.plan = plan;
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
            case OIDC -> add("oidc", "Single sign-on provider", new CheckTarget.Oidc(identity.issuer()));
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
        var identity = plan.identity();
        if (identity.signIn() == Plan.SignIn.PASSWORD) {
            add(
                    "sign-in-" + key,
                    "Password login of the " + words,
                    new CheckTarget.PasswordSignIn(identity.loginUrl(), user.account(), user.secret()));
        }
        add(
                "role-" + key,
                "Access of the " + words,
                new CheckTarget.RoleAccess(user.account(), user.secret(), user.mayReach(), user.mayNotReach()));
    }

    private void add(String id, String name, CheckTarget target) {
        requests.add(new CheckRequest(id, name, target));
    }
}
