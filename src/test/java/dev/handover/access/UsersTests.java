package dev.handover.access;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.handover.access.AccountStore.NewAccount;
import dev.handover.audit.AdminActs;
import dev.handover.golive.OpenRoles;
import dev.handover.golive.OpenRoles.OpenRole;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for accounts, on accounts in memory. */
class UsersTests {

    private static final String GOOD = "wintergarden kettle 9";

    private final AccountsInMemory store = new AccountsInMemory();
    private final OpenRoles roles = mock();
    private final AdminActs acts = mock();
    private final Users users = users(true, null);

    private Users users(boolean localUsers, String issuer) {
        var openId = new OpenIdSettings(
                issuer == null ? null : URI.create(issuer),
                "handover",
                null,
                "Contoso",
                "sub",
                "groups",
                Map.of(),
                null);
        var ways = new LoginWays(new LoginSettings(localUsers, Duration.ofMillis(100), null), openId);
        return new Users(store, new PasswordRules(new PasswordSettings(12)), ways, roles, acts);
    }

    @BeforeEach
    void thereAreTwoAdminsAndAnOwner() {
        store.add("admin", Group.ADMINS);
        store.add("other", Group.ADMINS);
        store.add("owner", Group.OWNERS);
    }

    private static NewAccount account(String id, String password) {
        return new NewAccount(id, " Nora Neu ", null, password, Set.of(Group.OWNERS));
    }

    @Test
    void aNewUserIsOnRecordWithoutThePassword() {
        var created = users.create(account("nora", GOOD), "admin");
        assertThat(created.name()).isEqualTo("Nora Neu");
        assertThat(created.groups()).containsExactly(Group.OWNERS);
        verify(acts).record("admin", "Created a user", "nora", "Nora Neu; groups: Owners");
    }

    @Test
    void aWeakPasswordIsRefusedWithEachRuleItBreaks() {
        assertThatExceptionOfType(WeakPassword.class)
                .isThrownBy(() -> users.create(account("nora", "nora"), "admin"))
                .satisfies(weak -> assertThat(weak.broken()).hasSize(3))
                .withMessageContaining("It has 12 to 128 characters.");
        assertThatExceptionOfType(WeakPassword.class)
                .isThrownBy(() -> users.resetPassword("owner", "password1234", "admin"));
        assertThat(store.get("nora")).isEmpty();
        verifyNoInteractions(acts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\nb", "ä", "<b>", "../x"})
    void anIdThatTheEngineWouldNotTakeIsRefused(String id) {
        assertRefused(Code.INVALID_INPUT, () -> users.create(account(id, GOOD), "admin"));
    }

    @Test
    void nameAndAddressAreChecked() {
        assertRefused(
                Code.INVALID_INPUT, () -> users.create(new NewAccount("nora", " ", null, GOOD, Set.of()), "admin"));
        assertRefused(
                        Code.INVALID_INPUT,
                        () -> users.create(new NewAccount("nora", "N", "a@b\nBcc: c@d", GOOD, Set.of()), "admin"))
                .contains("no e-mail address");
    }

    @Test
    void aNewNameAndAddressAreOnRecordWithThoseBefore() {
        var changed = users.describe("owner", " Olga Owner ", "olga@contoso.example", "admin");
        assertThat(changed.name()).isEqualTo("Olga Owner");
        assertThat(changed.email()).isEqualTo("olga@contoso.example");
        verify(acts)
                .record(
                        "admin",
                        "Changed name or address of a user",
                        "owner",
                        "Olga Owner, olga@contoso.example; before: owner, no address");
        users.describe("owner", "Olga Owner", "olga@contoso.example", "admin");
        verifyNoMoreInteractions(acts);
    }

    @ParameterizedTest
    @CsvSource({"'', a@contoso.example", "'   ', a@contoso.example", "Olga, olga", "Olga, 'a@b c'", "Olga, '<a@b>'"})
    void aNameOrAddressThatIsNoneIsNotTaken(String name, String email) {
        assertRefused(Code.INVALID_INPUT, () -> users.describe("owner", name, email, "admin"));
        assertThat(users.get("owner").name()).isEqualTo("owner");
        verifyNoInteractions(acts);
    }

    @Test
    void theSettingOpensTheOnlyAdminAndSaysSoOnRecord() {
        store.addLocked("locked", Group.ADMINS);
        new UnlockAtStart(new LoginSettings(true, Duration.ofMillis(100), "locked"), users).open();
        assertThat(users.get("locked").locked()).isFalse();
        verify(acts)
                .record(
                        "handover",
                        "Unlocked a user",
                        "locked",
                        "by the setting handover.login.unlock, after 10 wrong passwords");
        new UnlockAtStart(new LoginSettings(true, Duration.ofMillis(100), "locked"), users).open();
        verifyNoMoreInteractions(acts);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "nobody", "owner"})
    void withoutASettingOrWithAWrongOneNothingIsOpened(String userId) {
        store.addLocked("locked", Group.ADMINS);
        new UnlockAtStart(new LoginSettings(true, Duration.ofMillis(100), userId), users).open();
        assertThat(users.get("locked").locked()).isTrue();
        verifyNoInteractions(acts);
    }

    @Test
    void anIdIsGivenOnce() {
        assertRefused(Code.CONFLICT, () -> users.create(account("owner", GOOD), "admin"));
    }

    @Test
    void nobodyTakesTheirOwnRightsOrAccount() {
        assertRefused(Code.CONFLICT, () -> users.setGroups("admin", Set.of(Group.OWNERS), "admin"))
                .contains("from yourself");
        assertRefused(Code.CONFLICT, () -> users.disable("admin", "admin")).contains("your own account");
        assertRefused(Code.CONFLICT, () -> users.delete("admin", "admin")).contains("your own account");
        verifyNoInteractions(acts);
    }

    /** The one who asks may have lost the right at the same moment. */
    @Test
    void theLastAdminStays() {
        users.disable("other", "admin");
        assertRefused(Code.CONFLICT, () -> users.setGroups("admin", Set.of(), "other"))
                .contains("last admin");
        assertRefused(Code.CONFLICT, () -> users.disable("admin", "other")).contains("last admin");
        assertRefused(Code.CONFLICT, () -> users.delete("admin", "other")).contains("last admin");
        users.delete("other", "admin");
        assertThat(store.get("other")).isEmpty();
    }

    @Test
    void anAdminMayGetMoreGroupsAndKeepTheRight() {
        users.setGroups("admin", Set.of(Group.ADMINS, Group.AUDITORS), "admin");
        assertThat(users.get("admin").groups()).containsExactlyInAnyOrder(Group.ADMINS, Group.AUDITORS);
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        users.setGroups("owner", Set.of(Group.OWNERS), "admin");
        users.unlock("owner", "admin");
        users.enable("owner", "admin");
        verifyNoInteractions(acts);
        users.disable("owner", "admin");
        users.disable("owner", "admin");
        verify(acts).record("admin", "Disabled a user", "owner", null);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoLogsInAtTheProviderIsManagedThere(boolean localUsers) {
        var both = users(localUsers, "https://login.contoso.example");
        store.addOfProvider("anna");
        assertRefused(Code.NOT_ALLOWED, () -> both.resetPassword("anna", GOOD, "admin"))
                .contains("Contoso");
        assertRefused(Code.NOT_ALLOWED, () -> both.setGroups("anna", Set.of(Group.OWNERS), "admin"))
                .contains("Contoso");
        assertRefused(Code.NOT_ALLOWED, () -> both.describe("anna", "Anna", null, "admin"))
                .contains("Contoso");
        assertThat(both.disable("anna", "admin").disabled()).isTrue();
        if (!localUsers) {
            assertRefused(Code.NOT_ALLOWED, () -> both.create(account("nora", GOOD), "admin"))
                    .contains("Contoso");
        }
    }

    @Test
    void whoTakesPartInAnOpenGoLiveIsNotDeleted() {
        given(roles.of(List.of("owner")))
                .willReturn(List.of(new OpenRole("owner", "aurora-production-1", Role.SUPPORT)));
        assertRefused(Code.CONFLICT, () -> users.delete("owner", "admin"))
                .contains("aurora-production-1 (support owner)");
        assertThat(store.get("owner")).isPresent();
    }

    @Test
    void whoHasADeputyOrIsOneIsNotDeleted() {
        given(roles.of(any())).willReturn(List.of());
        given(roles.standsInOrIsStoodFor("owner")).willReturn(true);
        assertRefused(Code.CONFLICT, () -> users.delete("owner", "admin")).contains("End those periods first");
    }

    @Test
    void unknownPeopleAreNotFound() {
        assertRefused(Code.NOT_FOUND, () -> users.disable("nobody", "admin"));
        assertRefused(Code.NOT_FOUND, () -> users.delete("nobody", "admin"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 20", "0, 0", "0, 101", "2147483647, 20"})
    void pagesHaveBounds(int page, int size) {
        assertRefused(Code.INVALID_INPUT, () -> users.find("", page, size));
    }
}
