package dev.handover.board.admin;

import dev.handover.access.CurrentUser;
import dev.handover.access.Group;
import dev.handover.access.Users;
import dev.handover.access.Visibility;
import dev.handover.golive.ClosedDays;
import dev.handover.records.RecordsCheckProcess;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows admins and auditors what belongs to no single go-live; admins add users and closed days here, and have records checked. */
@Controller
@RequestMapping("/admin")
class AdminPageController {

    private final AdminPages pages;
    private final Users users;
    private final ClosedDays closedDays;
    private final RecordsCheckProcess recordsCheck;
    private final Visibility visibility;
    private final CurrentUser user;

    AdminPageController(
            AdminPages pages,
            Users users,
            ClosedDays closedDays,
            RecordsCheckProcess recordsCheck,
            Visibility visibility,
            CurrentUser user) {
        this.pages = pages;
        this.users = users;
        this.closedDays = closedDays;
        this.recordsCheck = recordsCheck;
        this.visibility = visibility;
        this.user = user;
    }

    /** The form for a closed day as it was sent. */
    record ClosedDayForm(String day, String name) {

        static final ClosedDayForm EMPTY = new ClosedDayForm("", "");
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page, Model model) {
        return page(text, page, NewUserForm.EMPTY, ClosedDayForm.EMPTY, model);
    }

    private String page(String text, int page, NewUserForm form, ClosedDayForm closed, Model model) {
        visibility.requireToSeeEverything();
        model.addAttribute("page", pages.of(text, page));
        model.addAttribute("viewer", user.viewer());
        model.addAttribute("groups", Group.values());
        model.addAttribute("signing", Role.signing());
        model.addAttribute("form", form);
        model.addAttribute("closedForm", closed);
        return "board/admin";
    }

    @PostMapping("/users")
    String create(NewUserForm form, Model model, RedirectAttributes next, HttpServletResponse response) {
        visibility.requireAdmin();
        try {
            var created = users.create(form.account(), user.viewer().userId());
            next.addFlashAttribute("said", "%s can log in now.".formatted(created.name()));
            next.addAttribute("id", created.userId());
            return "redirect:/admin/users/{id}";
        } catch (HandoverException refusal) {
            return refused(refusal, form, ClosedDayForm.EMPTY, model, response);
        }
    }

    @PostMapping("/closed-days")
    String close(ClosedDayForm form, Model model, RedirectAttributes next, HttpServletResponse response) {
        visibility.requireAdmin();
        try {
            var day = day(form.day());
            closedDays.close(day, form.name(), user.viewer().userId());
            next.addFlashAttribute("said", "%s is closed.".formatted(AdminPages.shown(day)));
            return "redirect:/admin";
        } catch (HandoverException refusal) {
            return refused(refusal, NewUserForm.EMPTY, form, model, response);
        }
    }

    @PostMapping("/closed-days/{day}/open")
    String open(@PathVariable String day, RedirectAttributes next) {
        visibility.requireAdmin();
        var opened = day(day);
        closedDays.open(opened, user.viewer().userId());
        next.addFlashAttribute("said", "%s is a day like others again.".formatted(AdminPages.shown(opened)));
        return "redirect:/admin";
    }

    @PostMapping("/records-check")
    String checkRecords(RedirectAttributes next) {
        visibility.requireAdmin();
        recordsCheck.start();
        next.addFlashAttribute(
                "said", "All evidence and audit logs are being read back. Open this page again for the result.");
        return "redirect:/admin";
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalidInput("Choose a day, and write it like 2026-12-24.");
        }
    }

    /** The page again with what was wrong; what was typed stays, except a password. */
    private String refused(
            HandoverException refusal,
            NewUserForm form,
            ClosedDayForm closed,
            Model model,
            HttpServletResponse response) {
        response.setStatus(refusal.code().status());
        model.addAttribute("refused", refusal.getMessage());
        return page("", 0, form, closed, model);
    }
}
