package dev.handover.validation;

import dev.handover.checks.LoginPage;
import dev.handover.checks.SignIn;
import dev.handover.checks.TokenClient;
import dev.handover.plan.Plan;
import java.util.Optional;

/** How the test users of a plan sign in, whatever they are asked to do then. */
record SignIns(Plan plan) {

    /** By the login page, a token, or HTTP Basic where the plan says neither. */
    SignIn of(Plan.TestUser user) {
        if (plan.identity().signIn() == Plan.SignIn.FORM) {
            return SignIn.form(page(), user.account(), user.secret());
        }
        return clientOfUsers()
                .map(client -> SignIn.token(client, user.account(), user.secret()))
                .orElseGet(() -> SignIn.basic(user.account(), user.secret()));
    }

    LoginPage page() {
        var identity = plan.identity();
        return new LoginPage(
                identity.loginUrl(),
                identity.form().accountField(),
                identity.form().secretField());
    }

    /** The OpenID Connect client that validation asks for tokens as. */
    Optional<TokenClient> client() {
        return Optional.ofNullable(plan.identity().client())
                .map(client -> new TokenClient(plan.identity().issuer(), client.id(), client.secret()));
    }

    /** The same, if test users get their tokens through it. */
    Optional<TokenClient> clientOfUsers() {
        return client().filter(any -> plan.identity().testUserGrant() == Plan.TestUserGrant.PASSWORD);
    }
}
