package dev.handover.access;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login page for everything in the product. */
@Controller
class LoginPage {

    private final CurrentUser user;
    private final LoginWays ways;
    private final LockoutSettings lockout;

    LoginPage(CurrentUser user, LoginWays ways, LockoutSettings lockout) {
        this.user = user;
        this.ways = ways;
        this.lockout = lockout;
    }

    /** The page, or the start page for somebody who is logged in already. */
    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("byPassword", ways.byPassword());
        model.addAttribute("provider", ways.provider());
        model.addAttribute("attempts", lockout.attempts());
        return user.find().isPresent() ? "redirect:/" : "login";
    }
}
