package dev.handover.process.identity;

import dev.handover.access.Arrival;
import dev.handover.access.Group;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The accounts of people who log in at the identity provider, kept as the provider has them. */
@Component
class ProviderAccounts {

    /** Where an account notes whose it is at the provider. */
    static final String SUBJECT = "provider-subject";

    /** And when the provider said last what the account has: seconds since 1970, as in tokens. */
    private static final String SAID_AT = "provider-said-at";

    private final IdentityService identity;
    private final SecureRandom random = new SecureRandom();

    ProviderAccounts(IdentityService identity) {
        this.identity = identity;
    }

    /** @return false if the account with that user id belongs to somebody else; nothing is changed then */
    boolean take(Arrival arrival) {
        var known = identity.createUserQuery().userId(arrival.userId()).singleResult();
        if (known != null && !isTheirs(arrival)) {
            return false;
        }
        if (isNews(arrival)) {
            keepPerson(known, arrival);
            keepGroups(arrival);
            identity.setUserInfo(
                    arrival.userId(), SAID_AT, Long.toString(arrival.at().getEpochSecond()));
        }
        return true;
    }

    /** A program brings the same token again and again; of a login in the same second nobody knows which was the later. */
    private boolean isNews(Arrival arrival) {
        var saidAt = identity.getUserInfo(arrival.userId(), SAID_AT);
        var at = arrival.at().getEpochSecond();
        return saidAt == null || (arrival.byProgram() ? at > Long.parseLong(saidAt) : at >= Long.parseLong(saidAt));
    }

    private boolean isTheirs(Arrival arrival) {
        var subject = identity.getUserInfo(arrival.userId(), SUBJECT);
        return subject == null ? !groupsOf(arrival.userId()).contains(Group.ADMINS) : subject.equals(arrival.subject());
    }

    private void keepPerson(User known, Arrival arrival) {
        var isNew = known == null || identity.getUserInfo(arrival.userId(), SUBJECT) == null;
        var user = known == null ? identity.newUser(arrival.userId()) : known;
        if (isNew) {
            user.setPassword(unguessable()); // nobody logs in here by it
        }
        if (isNew || (!arrival.byProgram() && differs(user, arrival))) {
            user.setFirstName(arrival.name());
            user.setLastName(null);
            user.setEmail(arrival.email());
            identity.saveUser(user);
        }
        if (isNew) {
            identity.setUserInfo(arrival.userId(), SUBJECT, arrival.subject());
        }
    }

    private static boolean differs(User user, Arrival arrival) {
        return !Objects.equals(user.getFirstName(), arrival.name())
                || user.getLastName() != null
                || !Objects.equals(user.getEmail(), arrival.email());
    }

    private void keepGroups(Arrival arrival) {
        if (arrival.groups() == null) {
            return;
        }
        var now = groupsOf(arrival.userId());
        now.stream()
                .filter(group -> !arrival.groups().contains(group))
                .forEach(group -> identity.deleteMembership(arrival.userId(), group.id()));
        arrival.groups().stream()
                .filter(group -> !now.contains(group))
                .forEach(group -> identity.createMembership(arrival.userId(), group.id()));
    }

    private Set<Group> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).unlimitedList().stream()
                .flatMap(group -> Group.find(group.getId()).stream())
                .collect(Collectors.toSet());
    }

    /** Has all the kinds of characters that the password policy asks for. */
    private String unguessable() {
        var bytes = new byte[30];
        random.nextBytes(bytes);
        return "aA1!" + Base64.getEncoder().encodeToString(bytes);
    }
}
