package dev.handover.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login page for everything in the product. */
@Controller
class LoginPage {

    private final CurrentUser user;

    LoginPage(CurrentUser user) {
        this.user = user;
    }

    /** The page, or the start page for somebody who is logged in already. */
    @GetMapping("/login")
    String login() {
        return user.find().isPresent() ? "redirect:/" : "login";
    }
}
