package dev.handover.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Accounts without a database; each is as it was made but for groups and whether it is disabled. */
class AccountsInMemory implements AccountStore {

    private final Map<String, Account> accounts = new LinkedHashMap<>();

    void add(String userId, Group... groups) {
        accounts.put(userId, new Account(userId, userId, null, Set.of(groups), null, 0, null, false, false, false));
    }

    /** After ten wrong passwords. */
    void addLocked(String userId, Group... groups) {
        accounts.put(userId, new Account(userId, userId, null, Set.of(groups), null, 10, null, true, false, false));
    }

    void addOfProvider(String userId) {
        accounts.put(userId, new Account(userId, userId, null, Set.of(), null, 0, null, false, false, true));
    }

    @Override
    public List<Account> find(String text, int page, int size) {
        return List.copyOf(accounts.values());
    }

    @Override
    public long count(String text) {
        return accounts.size();
    }

    @Override
    public Optional<Account> get(String userId) {
        return Optional.ofNullable(accounts.get(userId));
    }

    @Override
    public long adminsWhoCanLogIn() {
        return accounts.values().stream()
                .filter(each -> each.isAdmin() && !each.disabled())
                .count();
    }

    @Override
    public void hold() {}

    @Override
    public void create(NewAccount made) {
        accounts.put(
                made.userId(),
                new Account(
                        made.userId(), made.name(), made.email(), made.groups(), null, 0, null, false, false, false));
    }

    @Override
    public void describe(String userId, String name, String email) {
        change(
                userId,
                each -> new Account(
                        userId,
                        name,
                        email,
                        each.groups(),
                        null,
                        each.attempts(),
                        null,
                        each.locked(),
                        each.disabled(),
                        each.atProvider()));
    }

    @Override
    public void setGroups(String userId, Set<Group> groups) {
        change(userId, each -> with(each, groups, each.disabled()));
    }

    @Override
    public void setPassword(String userId, String password) {}

    @Override
    public void unlock(String userId) {
        change(userId, each -> with(each, each.groups(), each.disabled()));
    }

    @Override
    public void disable(String userId, String by) {
        change(userId, each -> with(each, each.groups(), true));
    }

    @Override
    public void enable(String userId) {
        change(userId, each -> with(each, each.groups(), false));
    }

    @Override
    public void delete(String userId) {
        accounts.remove(userId);
    }

    private void change(String userId, UnaryOperator<Account> change) {
        accounts.computeIfPresent(userId, (id, each) -> change.apply(each));
    }

    private static Account with(Account each, Set<Group> groups, boolean disabled) {
        return new Account(
                each.userId(), each.name(), each.email(), groups, null, 0, null, false, disabled, each.atProvider());
    }
}
