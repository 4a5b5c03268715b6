package dev.handover.board.admin;

import dev.handover.access.Account;
import dev.handover.access.CurrentUser;
import dev.handover.access.Group;
import dev.handover.access.Users;
import dev.handover.access.Visibility;
import dev.handover.board.Times;
import dev.handover.golive.OpenRoles;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one user, with what an admin can do about the account. */
@Controller
@RequestMapping("/admin/users/{id}")
class UserPageController {

    private static final String BACK = "redirect:/admin/users/{id}";

    private final Users users;
    private final OpenRoles roles;
    private final Visibility visibility;
    private final CurrentUser user;

    UserPageController(Users users, OpenRoles roles, Visibility visibility, CurrentUser user) {
        this.users = users;
        this.roles = roles;
        this.visibility = visibility;
        this.user = user;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        visibility.requireToSeeEverything();
        var account = users.get(id);
        model.addAttribute("viewer", user.viewer());
        model.addAttribute("line", UserLine.of(account, Times.UTC));
        model.addAttribute("email", account.email());
        model.addAttribute("isOneself", account.userId().equals(user.viewer().userId()));
        model.addAttribute("roles", roles.of(List.of(account.userId())));
        model.addAttribute("groups", Group.values());
        model.addAttribute("rules", users.passwordRules());
        model.addAttribute("provider", users.provider());
        model.addAttribute("managedHere", users.areManagedHere() && !account.atProvider());
        return "board/admin-user";
    }

    @PostMapping("/description")
    String describe(
            @PathVariable String id,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String email,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var act = (Act) by -> users.describe(id, name, email, by);
        return perform(id, act, "Name and address are as entered.", model, next, response);
    }

    @PostMapping("/groups")
    String setGroups(
            @PathVariable String id,
            @RequestParam(required = false) List<String> groups,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var act = (Act) by -> users.setGroups(id, NewUserForm.groups(groups), by);
        return perform(id, act, "The groups are as chosen.", model, next, response);
    }

    @PostMapping("/password")
    String resetPassword(
            @PathVariable String id,
            @RequestParam(required = false) String password,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var said = "The password is replaced. Whoever was logged in with the old one has to log in again.";
        return perform(id, by -> users.resetPassword(id, password, by), said, model, next, response);
    }

    @PostMapping("/unlock")
    String unlock(@PathVariable String id, Model model, RedirectAttributes next, HttpServletResponse response) {
        return perform(id, by -> users.unlock(id, by), "The account takes its password again.", model, next, response);
    }

    @PostMapping("/disable")
    String disable(@PathVariable String id, Model model, RedirectAttributes next, HttpServletResponse response) {
        return perform(id, by -> users.disable(id, by), "The account lets nobody in.", model, next, response);
    }

    @PostMapping("/enable")
    String enable(@PathVariable String id, Model model, RedirectAttributes next, HttpServletResponse response) {
        return perform(id, by -> users.enable(id, by), "The account can be used again.", model, next, response);
    }

    @PostMapping("/delete")
    String delete(@PathVariable String id, Model model, RedirectAttributes next, HttpServletResponse response) {
        var gone = "redirect:/admin";
        return perform(
                () -> {
                    users.delete(id, user.viewer().userId());
                    return gone;
                },
                "%s is deleted.".formatted(id),
                id,
                model,
                next,
                response);
    }

    /** What an admin does to an account. @see Users */
    private interface Act {
        Account by(String admin);
    }

    private String perform(
            String id, Act act, String said, Model model, RedirectAttributes next, HttpServletResponse response) {
        return perform(
                () -> {
                    act.by(user.viewer().userId());
                    next.addAttribute("id", id);
                    return BACK;
                },
                said,
                id,
                model,
                next,
                response);
    }

    private String perform(
            Supplier<String> act,
            String said,
            String id,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        visibility.requireAdmin();
        try {
            var back = act.get();
            next.addFlashAttribute("said", said);
            return back;
        } catch (HandoverException refusal) {
            if (refusal.code() == Code.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.code().status());
            model.addAttribute("refused", refusal.getMessage());
            return show(id, model);
        }
    }
}
