package dev.handover.access;

import jakarta.servlet.http.HttpServletRequest;
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

    /**
     * The page, or the start page for somebody who is logged in already; on the way to the identity provider for somebody who has just
     * logged out here and has to there.
     */
    @GetMapping("/login")
    String login(Model model, HttpServletRequest request) {
        var farewell = Farewell.take(request);
        model.addAttribute("provider", ways.provider());
        if (farewell.isPresent() && farewell.get().address() != null) {
            model.addAttribute("address", farewell.get().address());
            return "leaving";
        }
        model.addAttribute("goesOnThere", farewell.isPresent());
        model.addAttribute("byPassword", ways.byPassword());
        model.addAttribute("attempts", lockout.attempts());
        return user.find().isPresent() ? "redirect:/" : "login";
    }

    /** Where the identity provider leads people back to once they are logged out there. */
    @GetMapping(ProviderLogout.BACK)
    String loggedOut() {
        return "redirect:/login?logout";
    }
}
