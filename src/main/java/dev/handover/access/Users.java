package dev.handover.access;

import dev.handover.access.AccountStore.NewAccount;
import dev.handover.audit.AdminActs;
import dev.handover.golive.OpenRoles;
import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins do with accounts. Each act is on record. There is always an admin who can log in, and nobody takes that from
 * themselves. That the person who asks is an admin the caller has checked.
 */
@Service
@Transactional
public class Users {

    /** Largest page that is given out. */
    public static final int LARGEST_PAGE = 100;

    private static final int LONGEST_TEXT = 100;
    private static final Pattern USER_ID = Pattern.compile("[a-zA-Z0-9._@-]{1,64}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+");

    private final AccountStore store;
    private final PasswordRules passwords;
    private final LoginWays ways;
    private final OpenRoles roles;
    private final AdminActs acts;

    Users(AccountStore store, PasswordRules passwords, LoginWays ways, OpenRoles roles, AdminActs acts) {
        this.store = store;
        this.passwords = passwords;
        this.ways = ways;
        this.roles = roles;
        this.acts = acts;
    }

    /** A page of accounts. @param total of all pages */
    public record Found(List<Account> accounts, long total) {}

    /**
     * @param text part of user id, name or address; null or blank for all
     * @param page counted from 0
     * @param size 1 to {@link #LARGEST_PAGE}
     */
    @Transactional(readOnly = true)
    public Found find(String text, int page, int size) {
        if (page < 0 || page > 100_000 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.invalidInput("Ask for a page from 0 and a size from 1 to %d.".formatted(LARGEST_PAGE));
        }
        var wanted = FreeText.optional("The text to look for", text, LONGEST_TEXT);
        var literal = wanted == null ? "" : wanted;
        return new Found(store.find(literal, page, size), store.count(literal));
    }

    /** @throws Refusal (not found) */
    @Transactional(readOnly = true)
    public Account get(String userId) {
        return store.get(userId).orElseThrow(() -> Refusal.notFound("user", userId));
    }

    /** What has to be said before a password is entered: a sentence for each rule. */
    public List<String> passwordRules() {
        return passwords.all().stream().map(PasswordRules.Rule::words).toList();
    }

    /** What the provider is called where people are managed that have no password here; null if there is none. */
    public String provider() {
        return ways.provider();
    }

    /** False if all accounts come from the identity provider. */
    public boolean areManagedHere() {
        return ways.byPassword();
    }

    /** @throws Refusal (conflict) if the user id is taken, (invalid input); @throws WeakPassword */
    public Account create(NewAccount wanted, String by) {
        requireManagedHere();
        var account = new NewAccount(
                userId(wanted.userId()),
                required("The name", wanted.name()),
                email(wanted.email()),
                wanted.password(),
                wanted.groups());
        store.hold();
        if (store.get(account.userId()).isPresent()) {
            throw Refusal.conflict("There is a user \"%s\" already.".formatted(account.userId()));
        }
        requireGood(account.password(), account.userId(), account.name(), account.email());
        store.create(account);
        acts.record(
                by,
                "Created a user",
                account.userId(),
                "%s; groups: %s".formatted(account.name(), said(account.groups())));
        return get(account.userId());
    }

    /** A new name and address. @throws Refusal (invalid input) */
    public Account describe(String userId, String name, String email, String by) {
        requireManagedHere();
        var account = hold(userId);
        requireOfHere(account);
        var wantedName = required("The name", name);
        var wantedEmail = email(email);
        if (account.name().equals(wantedName) && Objects.equals(account.email(), wantedEmail)) {
            return account;
        }
        store.describe(userId, wantedName, wantedEmail);
        acts.record(
                by,
                "Changed name or address of a user",
                userId,
                "%s; before: %s".formatted(said(wantedName, wantedEmail), said(account.name(), account.email())));
        return get(userId);
    }

    /** Groups it is in already, or no longer in, are no change. */
    public Account setGroups(String userId, Set<Group> groups, String by) {
        var account = hold(userId);
        if (account.groups().equals(groups)) {
            return account;
        }
        requireOfHere(account);
        if (account.isAdmin() && !groups.contains(Group.ADMINS)) {
            requireAnotherAdmin(account, by, "You cannot take the admin's group from yourself. Another admin can.");
        }
        store.setGroups(userId, groups);
        acts.record(
                by,
                "Changed the groups of a user",
                userId,
                "%s; before: %s".formatted(said(groups), said(account.groups())));
        return get(userId);
    }

    /** The person's sessions end. @throws WeakPassword */
    public Account resetPassword(String userId, String password, String by) {
        requireManagedHere();
        var account = hold(userId);
        requireOfHere(account);
        requireGood(password, userId, account.name(), account.email());
        store.setPassword(userId, password);
        acts.record(by, "Replaced the password of a user", userId, null);
        return get(userId);
    }

    public Account unlock(String userId, String by) {
        var account = hold(userId);
        if (account.attempts() == 0) {
            return account;
        }
        store.unlock(userId);
        acts.record(by, "Unlocked a user", userId, "after %d wrong passwords".formatted(account.attempts()));
        return get(userId);
    }

    /** For the installation itself, where no admin is left who could. @return false if it was not locked and did not wait */
    public boolean unlockBySetting(String userId) {
        var account = hold(userId);
        if (account.attempts() == 0) {
            return false;
        }
        store.unlock(userId);
        acts.record(
                "handover",
                "Unlocked a user",
                userId,
                "by the setting handover.login.unlock, after %d wrong passwords".formatted(account.attempts()));
        return true;
    }

    /** The person is out with the next request. Their roles stay theirs, so the plan has to name somebody else. */
    public Account disable(String userId, String by) {
        var account = hold(userId);
        if (account.disabled()) {
            return account;
        }
        requireAnotherAdmin(account, by, "You cannot disable your own account. Another admin can.");
        store.disable(userId, by);
        acts.record(by, "Disabled a user", userId, null);
        return get(userId);
    }

    public Account enable(String userId, String by) {
        var account = hold(userId);
        if (!account.disabled()) {
            return account;
        }
        store.enable(userId);
        acts.record(by, "Enabled a user", userId, null);
        return get(userId);
    }

    /** @throws Refusal (conflict) if the person has a role in a go-live that has not ended; it says in which */
    public void delete(String userId, String by) {
        var account = hold(userId);
        requireAnotherAdmin(account, by, "You cannot delete your own account. Another admin can.");
        var open = roles.of(List.of(userId)).stream()
                .map(role -> "%s (%s)".formatted(role.goLive(), role.role().inWords()))
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict(
                    "%s takes part in open go-lives: %s. Disable the account, or have the plans name somebody else first."
                            .formatted(account.name(), String.join(", ", open)));
        }
        if (roles.standsInOrIsStoodFor(userId)) {
            throw Refusal.conflict("%s has a deputy or is one. End those periods first, or disable the account."
                    .formatted(account.name()));
        }
        store.delete(userId);
        acts.record(by, "Deleted a user", userId, account.name());
    }

    private Account hold(String userId) {
        store.hold();
        return get(userId);
    }

    private void requireManagedHere() {
        if (!areManagedHere()) {
            throw Refusal.notAllowed("People log in at %s only and are managed there.".formatted(provider()));
        }
    }

    private void requireOfHere(Account account) {
        if (account.atProvider()) {
            throw Refusal.notAllowed("%s logs in at %s, and name, address, groups and password are kept there."
                    .formatted(account.name(), provider() == null ? "the identity provider" : provider()));
        }
    }

    /** @param own what to say to admins who would do it to themselves */
    private void requireAnotherAdmin(Account account, String by, String own) {
        if (account.userId().equals(by)) {
            throw Refusal.conflict(own);
        }
        if (account.isAdmin() && !account.disabled() && store.adminsWhoCanLogIn() < 2) {
            throw Refusal.conflict(
                    "%s is the last admin. Make somebody else an admin first.".formatted(account.name()));
        }
    }

    private void requireGood(String password, String userId, String name, String email) {
        var broken = passwords.broken(password, new PasswordRules.Owner(userId, name, email));
        if (!broken.isEmpty()) {
            throw new WeakPassword(broken);
        }
    }

    private static String userId(String text) {
        var id = required("The user id", text);
        if (!USER_ID.matcher(id).matches()) {
            throw Refusal.invalidInput(
                    "A user id has up to 64 letters from a to z, digits and the characters . _ @ and -.");
        }
        return id;
    }

    private static String required(String field, String text) {
        var value = FreeText.optional(field, text, LONGEST_TEXT);
        if (value == null) {
            throw Refusal.invalidInput("%s is missing.".formatted(field));
        }
        return value;
    }

    private static String email(String text) {
        var address = FreeText.optional("The address", text, LONGEST_TEXT);
        if (address != null && !EMAIL.matcher(address).matches()) {
            throw Refusal.invalidInput("\"%s\" is no e-mail address.".formatted(address));
        }
        return address;
    }

    private static String said(String name, String email) {
        return email == null ? name + ", no address" : name + ", " + email;
    }

    private static String said(Set<Group> groups) {
        return groups.isEmpty()
                ? "none"
                : new TreeSet<>(groups).stream().map(Group::title).collect(Collectors.joining(", "));
    }
}
