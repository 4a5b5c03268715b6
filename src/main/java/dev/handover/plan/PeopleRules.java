package dev.handover.plan;

import dev.handover.plan.Plan.TestUserRole;
import dev.handover.shared.Directory;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * People are known to the identity provider and can log in, nobody holds two signing roles, and each kind of test user is represented.
 * The requester never signs (product D3).
 *
 * @param directory the people there are
 * @param requester user id; null if it is not known yet
 */
record PeopleRules(Directory directory, String requester) implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part owners = plan.field("owners");
        List<Part> testUsers = plan.field("testUsers").items();
        Map<String, Standing> standings = new HashMap<>();
        OwnerWords.all().keySet().forEach(word -> refuseAbsent(owners.field(word), standings, mistakes));
        testUsers.forEach(user -> refuseAbsent(user.field("owner"), standings, mistakes));
        refuseTwoSigningRoles(owners, mistakes);
        refuseSigningRequester(owners, mistakes);
        refuseMissingTestUsers(plan.field("testUsers"), mistakes);
    }

    /** Whether a role can wait for the person. */
    private enum Standing {
        PRESENT,
        UNKNOWN,
        DISABLED
    }

    private Standing standing(String id) {
        if (directory.canLogIn(id)) {
            return Standing.PRESENT;
        }
        return directory.find(id).isPresent() ? Standing.DISABLED : Standing.UNKNOWN;
    }

    private void refuseAbsent(Part person, Map<String, Standing> standings, Mistakes mistakes) {
        var id = person.text().orElse(null);
        if (id == null) {
            return;
        }
        var standing = standings.computeIfAbsent(id, this::standing);
        if (standing == Standing.UNKNOWN) {
            mistakes.add(
                    person,
                    "Nobody with the user id \"%s\" is known.".formatted(Shown.text(id)),
                    "Write the id this person logs in with, or have the person added first.");
        } else if (standing == Standing.DISABLED) {
            mistakes.add(
                    person,
                    "The account \"%s\" is disabled.".formatted(Shown.text(id)),
                    "Name another person, or have an admin enable the account first.");
        }
    }

    private static void refuseTwoSigningRoles(Part owners, Mistakes mistakes) {
        Map<String, Role> signers = new HashMap<>();
        for (Role role : Role.signing()) {
            Part owner = owners.field(OwnerWords.word(role));
            owner.text().ifPresent(id -> {
                Role other = signers.putIfAbsent(id, role);
                if (other != null) {
                    mistakes.add(
                            owner,
                            "\"%s\" is both %s and %s.".formatted(Shown.text(id), other.title(), role.title()),
                            "Name another person: nobody holds two of the roles that sign.");
                }
            });
        }
    }

    private void refuseSigningRequester(Part owners, Mistakes mistakes) {
        Role.signing().stream()
                .map(role -> owners.field(OwnerWords.word(role)))
                .filter(owner -> owner.text().filter(id -> id.equals(requester)).isPresent())
                .forEach(owner -> mistakes.add(
                        owner,
                        "\"%s\" submits this plan.".formatted(Shown.text(requester)),
                        "Name another person: who requests a go-live never signs it."));
    }

    /** A test user whose role is not clear may be the one that seems to be missing. */
    private static void refuseMissingTestUsers(Part testUsers, Mistakes mistakes) {
        List<Optional<TestUserRole>> roles = testUsers.items().stream()
                .map(user -> user.field("role").text().flatMap(word -> Slugged.find(TestUserRole.class, word)))
                .toList();
        if (roles.isEmpty() || roles.contains(Optional.<TestUserRole>empty())) {
            return;
        }
        Arrays.stream(TestUserRole.values())
                .filter(role -> !roles.contains(Optional.of(role)))
                .map(Slugged::slug)
                .forEach(role -> mistakes.add(
                        testUsers,
                        "No test user is %s.".formatted(role),
                        "Add a test user with role: %s.".formatted(role)));
    }
}
