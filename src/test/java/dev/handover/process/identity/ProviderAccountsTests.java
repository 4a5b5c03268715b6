package dev.handover.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.access.Accounts;
import dev.handover.access.Arrival;
import dev.handover.access.Group;
import dev.handover.access.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts of people whom the identity provider lets in, in the engine's identity store. */
@ApplicationTest
class ProviderAccountsTests {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    private final String userId = "p" + UUID.randomUUID().toString().substring(0, 8);

    private Arrival arrival(String subject, Group... groups) {
        return new Arrival(subject, userId, "Anna Berger", "anna@contoso.example", Set.of(groups), NOON, false);
    }

    /** An access token, which often says neither name nor address, and sometimes no groups. */
    private Arrival token(Instant at, Set<Group> groups) {
        return new Arrival("s-1", userId, userId, null, groups, at, true);
    }

    @Test
    void somebodyNewHasAnAccountWithNameAddressAndGroups() {
        var viewer = accounts.welcome(arrival("s-1", Group.OWNERS)).orElseThrow();
        assertThat(viewer.name()).isEqualTo("Anna Berger");
        assertThat(viewer.groups()).containsExactly(Group.OWNERS);
        var user = identity.createUserQuery().userId(userId).singleResult();
        assertThat(user.getEmail()).isEqualTo("anna@contoso.example");
    }

    @Test
    void groupsAndNameFollowTheProvider() {
        accounts.welcome(arrival("s-1", Group.OWNERS, Group.AUDITORS));
        var renamed = new Arrival("s-1", userId, "Anna Carlsen", null, Set.of(Group.VALIDATORS), NOON, false);
        var viewer = accounts.welcome(renamed).orElseThrow();
        assertThat(viewer.name()).isEqualTo("Anna Carlsen");
        assertThat(viewer.groups()).containsExactly(Group.VALIDATORS);
    }

    @Test
    void aProgramsTokenChangesNeitherNameNorAddressAndGroupsOnlyIfItIsNewer() {
        accounts.welcome(arrival("s-1", Group.OWNERS));
        assertThat(accounts.welcome(token(NOON.plusSeconds(1), null)).orElseThrow())
                .extracting(Viewer::name, Viewer::groups)
                .containsExactly("Anna Berger", Set.of(Group.OWNERS));
        assertThat(identity.createUserQuery().userId(userId).singleResult().getEmail())
                .isEqualTo("anna@contoso.example");
        assertThat(accounts.welcome(token(NOON.plusSeconds(2), Set.of(Group.VALIDATORS)))
                        .orElseThrow()
                        .groups())
                .containsExactly(Group.VALIDATORS);
    }

    @Test
    void anOldTokenBringsNoRightBack() {
        accounts.welcome(arrival("s-1", Group.OWNERS));
        for (var old : List.of(NOON.minusSeconds(3600), NOON)) {
            assertThat(accounts.welcome(token(old, Set.of(Group.ADMINS)))
                            .orElseThrow()
                            .groups())
                    .containsExactly(Group.OWNERS);
        }
    }

    @Test
    void aProgramThatIsNewHasWhatItsTokenSays() {
        var viewer = accounts.welcome(token(NOON, Set.of(Group.PROJECT_TEAM))).orElseThrow();
        assertThat(viewer.groups()).containsExactly(Group.PROJECT_TEAM);
        assertThat(viewer.name()).isEqualTo(userId);
    }

    @Test
    void anAccountMadeAheadBecomesTheirsAndItsPasswordNoLongerCounts() {
        makeAhead();
        assertThat(accounts.isPassword(userId, "Long-enough-1!")).isTrue();
        assertThat(accounts.welcome(arrival("s-1", Group.OWNERS))).isPresent();
        assertThat(accounts.isPassword(userId, "Long-enough-1!")).isFalse();

        var theirs = identity.createUserQuery().userId(userId).singleResult();
        theirs.setPassword("Long-enough-1!");
        identity.saveUser(theirs);
        assertThat(accounts.isPassword(userId, "Long-enough-1!"))
                .as("set by somebody who may")
                .isFalse();
    }

    private void makeAhead() {
        var ahead = identity.newUser(userId);
        ahead.setFirstName("Anna");
        ahead.setLastName("Berger");
        ahead.setPassword("Long-enough-1!");
        identity.saveUser(ahead);
    }

    @Test
    void anotherPersonOfTheSameNameDoesNotGetTheAccount() {
        accounts.welcome(arrival("s-1", Group.OWNERS));
        assertThat(accounts.welcome(arrival("s-2", Group.ADMINS))).isEmpty();
        assertThat(accounts.viewer(userId).orElseThrow().groups()).containsExactly(Group.OWNERS);
    }

    @Test
    void anAdminOfThisInstallationIsNotTakenOver() {
        makeAhead();
        identity.createMembership(userId, Group.ADMINS.id());
        assertThat(accounts.welcome(arrival("s-1"))).isEmpty();
        assertThat(accounts.isPassword(userId, "Long-enough-1!")).isTrue();
        assertThat(accounts.viewer(userId).orElseThrow().isAdmin()).isTrue();
        identity.deleteMembership(userId, Group.ADMINS.id());
    }

    @Test
    void whoLogsOutThereIsOutHereWhereverTheyHadLoggedInBefore() {
        var subject = "s-" + userId;
        var noon = Instant.parse("2026-11-26T12:00:00Z");
        accounts.welcome(arrival(subject, Group.OWNERS));
        accounts.endLogins(subject, noon);
        assertThat(accounts.viewer(userId, noon.minusSeconds(1))).isEmpty();
        assertThat(accounts.viewer(userId, noon)).isPresent();
        assertThat(accounts.viewer(userId)).as("a program with a token").isPresent();

        accounts.endLogins(subject, noon.minusSeconds(60));
        assertThat(accounts.viewer(userId, noon.minusSeconds(1)))
                .as("an older logout brings nobody back")
                .isEmpty();
        accounts.endLogins("s-nobody-" + userId, noon.plusSeconds(60));
        assertThat(accounts.viewer(userId, noon)).isPresent();
    }
}
