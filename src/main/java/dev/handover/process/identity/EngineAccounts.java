package dev.handover.process.identity;

import dev.handover.access.Accounts;
import dev.handover.access.Arrival;
import dev.handover.access.Group;
import dev.handover.access.Viewer;
import dev.handover.process.engine.Privileged;
import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People as the engine's identity store has them. Asked on behalf of the product, so the asker's rights do not matter. */
@Component
class EngineAccounts implements Accounts, Directory {

    private final IdentityService identity;
    private final Privileged privileged;
    private final ProviderAccounts providerAccounts;
    private final AccountStates states;
    private final Clock clock;

    EngineAccounts(
            IdentityService identity,
            Privileged privileged,
            ProviderAccounts providerAccounts,
            AccountStates states,
            Clock clock) {
        this.identity = identity;
        this.privileged = privileged;
        this.providerAccounts = providerAccounts;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public Optional<Viewer> welcome(Arrival arrival) {
        return privileged.call(() -> providerAccounts.take(arrival)) ? viewer(arrival.userId()) : Optional.empty();
    }

    @Override
    public Optional<Viewer> viewer(String userId, Instant loggedInAt) {
        return states.counts(userId, loggedInAt) ? privileged.call(() -> viewerOf(userId)) : Optional.empty();
    }

    private Optional<Viewer> viewerOf(String userId) {
        return user(userId).map(user -> new Viewer(user.getId(), nameOf(user), groupsOf(userId)));
    }

    @Override
    public void noteLogin(String userId) {
        states.noteLogin(userId, clock.instant());
    }

    @Override
    public void endLogins(String subject, Instant before) {
        states.endLoginsOf(subject, before);
    }

    @Override
    public boolean isPassword(String userId, String password) {
        try {
            // Counted in any case; but an account of the provider has no password here, whoever has set one.
            return identity.checkPassword(userId, password)
                    && identity.getUserInfo(userId, ProviderAccounts.SUBJECT) == null;
        } catch (OptimisticLockingException e) {
            return false; // several attempts at once, and another one has counted
        }
    }

    @Override
    public Optional<Person> find(String userId) {
        return privileged.call(() -> user(userId)).map(EngineAccounts::person);
    }

    @Override
    public boolean canLogIn(String userId) {
        return states.counts(userId, null) && find(userId).isPresent();
    }

    @Override
    public List<Person> owners() {
        var disabled = states.disabled();
        return privileged.call(
                () -> identity
                        .createUserQuery()
                        .memberOfGroup(Group.OWNERS.id())
                        .orderByUserFirstName()
                        .asc()
                        .unlimitedList()
                        .stream()
                        .filter(user -> !disabled.contains(user.getId()))
                        .map(EngineAccounts::person)
                        .toList());
    }

    private static Person person(User user) {
        return new Person(user.getId(), nameOf(user), user.getEmail());
    }

    private Optional<User> user(String userId) {
        return Optional.ofNullable(identity.createUserQuery().userId(userId).singleResult());
    }

    private Set<Group> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .flatMap(group -> Group.find(group.getId()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static String nameOf(User user) {
        return AccountList.name(user.getId(), user.getFirstName(), user.getLastName());
    }
}
