package dev.handover.process.identity;

import dev.handover.access.Account;
import dev.handover.access.AccountStore;
import dev.handover.access.Group;
import dev.handover.process.engine.Privileged;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Accounts in the engine's identity store, and what we keep beside it. */
@Component
class EngineAccountStore implements AccountStore {

    private final IdentityService identity;
    private final Privileged privileged;
    private final AccountList list;
    private final AccountStates states;
    private final Clock clock;

    EngineAccountStore(
            IdentityService identity, Privileged privileged, AccountList list, AccountStates states, Clock clock) {
        this.identity = identity;
        this.privileged = privileged;
        this.list = list;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public List<Account> find(String text, int page, int size) {
        return list.find(text, page, size);
    }

    @Override
    public long count(String text) {
        return list.count(text);
    }

    @Override
    public Optional<Account> get(String userId) {
        return list.get(userId);
    }

    @Override
    public long adminsWhoCanLogIn() {
        return list.adminsWhoCanLogIn();
    }

    @Override
    public void hold() {
        list.hold();
    }

    @Override
    public void create(NewAccount account) {
        privileged.run(() -> {
            var user = identity.newUser(account.userId());
            user.setFirstName(account.name());
            user.setEmail(account.email());
            user.setPassword(account.password());
            identity.saveUser(user);
            account.groups().forEach(group -> identity.createMembership(account.userId(), group.id()));
        });
    }

    @Override
    public void describe(String userId, String name, String email) {
        privileged.run(() -> {
            var user = user(userId);
            user.setFirstName(name);
            user.setLastName(null);
            user.setEmail(email);
            identity.saveUser(user);
        });
    }

    @Override
    public void setGroups(String userId, Set<Group> groups) {
        var before = list.get(userId).orElseThrow().groups();
        privileged.run(() -> {
            before.stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> identity.deleteMembership(userId, group.id()));
            groups.stream()
                    .filter(group -> !before.contains(group))
                    .forEach(group -> identity.createMembership(userId, group.id()));
        });
    }

    @Override
    public void setPassword(String userId, String password) {
        privileged.run(() -> {
            var user = user(userId);
            user.setPassword(password);
            identity.saveUser(user);
        });
        states.endLogins(userId, clock.instant());
    }

    @Override
    public void unlock(String userId) {
        privileged.run(() -> identity.unlockUser(userId));
    }

    @Override
    public void disable(String userId, String by) {
        states.disable(userId, by, clock.instant());
    }

    @Override
    public void enable(String userId) {
        states.enable(userId);
    }

    @Override
    public void delete(String userId) {
        privileged.run(() -> {
            identity.getUserInfoKeys(userId).forEach(key -> identity.deleteUserInfo(userId, key));
            identity.deleteUser(userId);
        });
        states.forget(userId);
    }

    private User user(String userId) {
        return identity.createUserQuery().userId(userId).singleResult();
    }
}
