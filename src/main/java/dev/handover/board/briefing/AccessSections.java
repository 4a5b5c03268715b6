package dev.handover.board.briefing;

import static dev.handover.board.briefing.PlanSections.lines;
import static dev.handover.board.briefing.PlanSections.listed;
import static dev.handover.board.briefing.PlanSections.words;

import dev.handover.board.briefing.Section.Table;
import dev.handover.plan.Plan;
import java.util.List;

/** How people sign in, and who tries it: what the plan says about access. */
final class AccessSections {

    private AccessSections() {}

    static String signIn(Plan.Identity identity) {
        return switch (identity.signIn()) {
            case OIDC -> "single sign-on (%s)".formatted(identity.issuer());
            case SAML -> "single sign-on by SAML (%s)".formatted(identity.metadataUrl());
            case FORM -> "login page of the product (%s)".formatted(identity.loginUrl());
            case PASSWORD -> "password of the product";
        };
    }

    static Table testUsers(Plan plan) {
        var rows = plan.testUsers().stream()
                .map(user -> List.of(
                        Value.of(words(user.role().slug())),
                        Value.of(account(user)),
                        Value.of(lines(user.mayReach(), plan)),
                        Value.of(lines(user.mayNotReach(), plan))))
                .toList();
        return new Table(
                "Test users",
                "",
                List.of("Test user", "Account", "May reach", "Must be refused"),
                rows,
                "The plan names no test user.");
    }

    private static String account(Plan.TestUser user) {
        return user.roles().isEmpty() ? user.account() : user.account() + "\nroles: " + listed(user.roles());
    }
}
