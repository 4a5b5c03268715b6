package dev.handover.access;

import dev.handover.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people prove once more who they are before they sign; the way back from the identity provider leads here, too. */
@Controller
class ConfirmationPage {

    static final String ADDRESS = "/confirm-identity";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final PasswordConfirmation confirmation;
    private final ConfirmedIdentity confirmed;

    ConfirmationPage(PasswordConfirmation confirmation, ConfirmedIdentity confirmed) {
        this.confirmation = confirmation;
        this.confirmed = confirmed;
    }

    @GetMapping(ADDRESS)
    String page(Model model) {
        model.addAttribute("until", confirmed.until().map(TIME::format).orElse(null));
        model.addAttribute("provider", confirmed.provider());
        return "confirm-identity";
    }

    @PostMapping(ADDRESS)
    String confirm(@RequestParam String password, HttpServletRequest request, HttpServletResponse response) {
        try {
            confirmation.confirm(password, request, response);
            return "redirect:" + ADDRESS;
        } catch (Refusal wrong) {
            return "redirect:" + ADDRESS + "?wrong";
        }
    }
}
