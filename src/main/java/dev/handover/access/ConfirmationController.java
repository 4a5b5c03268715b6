package dev.handover.access;

import dev.handover.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets the person of a session prove once more who they are, without leaving the page. */
@RestController
class ConfirmationController {

    private final PasswordConfirmation confirmation;

    ConfirmationController(PasswordConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    /** @param password of the one who is logged in */
    record Attempt(String password) {

        @Override
        public String toString() {
            return "Attempt"; // never the password
        }
    }

    /** @param until the person may sign until then */
    record Confirmed(Instant until) {}

    /** @throws Refusal (not allowed) if that is not the person's password */
    @PostMapping("/api/session/confirmation")
    Confirmed confirm(@RequestBody Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        return new Confirmed(confirmation.confirm(attempt.password(), request, response));
    }
}
