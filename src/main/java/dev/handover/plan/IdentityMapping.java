package dev.handover.plan;

import static dev.handover.plan.PlanMapping.text;
import static dev.handover.plan.PlanMapping.texts;
import static dev.handover.plan.PlanMapping.word;

import dev.handover.plan.Plan.TestUserRole;
import dev.handover.shared.Slugged;

/** The part of {@link PlanMapping} that is about how people sign in, and as which test users that is tried. */
final class IdentityMapping {

    private IdentityMapping() {}

    static Plan.Identity identity(Part identity) {
        var signIn = word(Plan.SignIn.class, identity, "signIn");
        return new Plan.Identity(
                signIn,
                identity.field("issuer").address().orElse(null),
                client(identity.field("client")),
                identity.field("audience").text().orElse(null),
                identity.field("testUserGrant")
                        .text()
                        .map(grant -> Slugged.of(Plan.TestUserGrant.class, grant))
                        .orElse(null),
                identity.field("rolesClaim").text().orElse(null),
                identity.field("metadataUrl").address().orElse(null),
                identity.field("loginUrl").address().orElse(null),
                signIn == Plan.SignIn.FORM ? loginForm(identity.field("form")) : null,
                identity.field("landing").address().orElse(null));
    }

    private static Plan.Identity.Client client(Part client) {
        return client.isPresent() ? new Plan.Identity.Client(text(client, "id"), text(client, "secret")) : null;
    }

    private static Plan.Identity.LoginForm loginForm(Part form) {
        return new Plan.Identity.LoginForm(text(form, "accountField"), text(form, "secretField"));
    }

    static Plan.TestUser testUser(Part user) {
        return new Plan.TestUser(
                word(TestUserRole.class, user, "role"),
                text(user, "account"),
                text(user, "secret"),
                text(user, "owner"),
                texts(user, "roles"),
                user.field("mayReach").addresses(),
                user.field("mayNotReach").addresses());
    }
}
