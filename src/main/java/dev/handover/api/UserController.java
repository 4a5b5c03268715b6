package dev.handover.api;

import dev.handover.access.Account;
import dev.handover.access.AccountStore.NewAccount;
import dev.handover.access.CurrentUser;
import dev.handover.access.Group;
import dev.handover.access.Users;
import dev.handover.access.Visibility;
import dev.handover.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users over REST: admins and auditors look, admins change. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Administration")
class UserController {

    private final Users users;
    private final Visibility visibility;
    private final CurrentUser user;

    UserController(Users users, Visibility visibility, CurrentUser user) {
        this.users = users;
        this.visibility = visibility;
        this.user = user;
    }

    /** @param groups ids */
    record NewUser(String userId, String name, String email, String password, List<String> groups) {}

    /** @param email null for none */
    record Description(String name, String email) {}

    /** @param groups ids */
    record Groups(List<String> groups) {}

    record Password(String password) {}

    record Disabled(boolean disabled) {}

    /** @param groups ids, in order */
    record UserView(
            String userId,
            String name,
            String email,
            List<String> groups,
            Instant lastLogin,
            int wrongPasswords,
            Instant waitsUntil,
            boolean locked,
            boolean disabled,
            boolean atProvider) {

        static UserView of(Account account) {
            return new UserView(
                    account.userId(),
                    account.name(),
                    account.email(),
                    account.groups().stream().map(Group::id).sorted().toList(),
                    account.lastLogin(),
                    account.attempts(),
                    account.waitsUntil(),
                    account.locked(),
                    account.disabled(),
                    account.atProvider());
        }
    }

    /** @param total of all pages */
    record UserPage(List<UserView> users, long total, int page, int size) {}

    @Operation(summary = "One page of the users whose id, name or address contain the text")
    @GetMapping
    UserPage list(
            @RequestParam(required = false) String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        visibility.requireToSeeEverything();
        var found = users.find(text, page, size);
        return new UserPage(found.accounts().stream().map(UserView::of).toList(), found.total(), page, size);
    }

    @Operation(summary = "One user")
    @GetMapping("/{id}")
    UserView get(@PathVariable String id) {
        visibility.requireToSeeEverything();
        return UserView.of(users.get(id));
    }

    @Operation(summary = "Create a user of this installation")
    @PostMapping
    ResponseEntity<UserView> create(@RequestBody NewUser wanted) {
        visibility.requireAdmin();
        var account = new NewAccount(
                wanted.userId(), wanted.name(), wanted.email(), wanted.password(), groups(wanted.groups()));
        var created = users.create(account, by());
        return ResponseEntity.created(URI.create("/api/users/" + created.userId()))
                .body(UserView.of(created));
    }

    @Operation(summary = "Name and address of a user of this installation, from now on these")
    @PutMapping("/{id}")
    UserView describe(@PathVariable String id, @RequestBody Description wanted) {
        visibility.requireAdmin();
        return UserView.of(users.describe(id, wanted.name(), wanted.email(), by()));
    }

    @Operation(summary = "The groups of a user, from now on exactly these")
    @PutMapping("/{id}/groups")
    UserView setGroups(@PathVariable String id, @RequestBody Groups wanted) {
        visibility.requireAdmin();
        return UserView.of(users.setGroups(id, groups(wanted.groups()), by()));
    }

    @Operation(summary = "A new password; the sessions of the user end")
    @PutMapping("/{id}/password")
    UserView resetPassword(@PathVariable String id, @RequestBody Password wanted) {
        visibility.requireAdmin();
        return UserView.of(users.resetPassword(id, wanted.password(), by()));
    }

    @Operation(summary = "Forget the wrong passwords")
    @PostMapping("/{id}/unlock")
    UserView unlock(@PathVariable String id) {
        visibility.requireAdmin();
        return UserView.of(users.unlock(id, by()));
    }

    @Operation(summary = "Whether the account lets nobody in; sessions end with the next request")
    @PutMapping("/{id}/disabled")
    UserView setDisabled(@PathVariable String id, @RequestBody Disabled wanted) {
        visibility.requireAdmin();
        return UserView.of(wanted.disabled() ? users.disable(id, by()) : users.enable(id, by()));
    }

    @Operation(summary = "Delete a user who takes part in no open go-live")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        visibility.requireAdmin();
        users.delete(id, by());
    }

    private String by() {
        return user.viewer().userId();
    }

    private static Set<Group> groups(List<String> ids) {
        var groups = EnumSet.noneOf(Group.class);
        for (var id : ids == null ? List.<String>of() : ids) {
            groups.add(
                    Group.find(id).orElseThrow(() -> Refusal.invalidInput("There is no group \"%s\".".formatted(id))));
        }
        return groups;
    }
}
