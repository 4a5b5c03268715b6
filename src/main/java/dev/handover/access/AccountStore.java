package dev.handover.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where accounts are kept. It does what it is told; the rules are {@link Users}'s. Takes part in the caller's transaction. */
public interface AccountStore {

    /**
     * A new account.
     *
     * @param email null if there is none
     */
    record NewAccount(String userId, String name, String email, String password, Set<Group> groups) {}

    /** One page of those whose user id, name or address contain the text, by name; taken literally, in whatever case. */
    List<Account> find(String text, int page, int size);

    long count(String text);

    Optional<Account> get(String userId);

    /** Admins whose accounts are not disabled. */
    long adminsWhoCanLogIn();

    /** One change of accounts at a time, so that the look at what there is stays true; held until the transaction ends. */
    void hold();

    void create(NewAccount account);

    /** @param email null for none */
    void describe(String userId, String name, String email);

    void setGroups(String userId, Set<Group> groups);

    /** Logins with the old password are over. */
    void setPassword(String userId, String password);

    /** Forgets the wrong passwords. */
    void unlock(String userId);

    /** Logins are over. */
    void disable(String userId, String by);

    void enable(String userId);

    void delete(String userId);
}
