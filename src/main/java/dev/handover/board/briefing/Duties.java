package dev.handover.board.briefing;

import dev.handover.shared.Role;
import java.util.List;

/** What a person takes on with a role. Source: process design, and "Prerequisites" of the source document. */
final class Duties {

    private Duties() {}

    static List<String> of(Role role) {
        return switch (role) {
            case PRODUCTION ->
                List.of(
                        "You resolve what holds the release when its window opens.",
                        "You decide go, pause or roll back in the release window, and confirm that the system is live.",
                        "You decide on a roll back while the system stabilizes.");
            case SUPPORT ->
                List.of(
                        "You resolve the blockers that validation finds.",
                        "You do the handover drill: test tickets and one timed restore, with the handoff pack only.",
                        "You record signals and handle exceptions while the system stabilizes.");
            case BUSINESS ->
                List.of(
                        "You sign that the product does what the business needs.",
                        "You can sign on conditions, or reject and name the step that does not convince you.");
            case ENVIRONMENT ->
                List.of(
                        "You sign that the environment is fit for production use.",
                        "You can sign on conditions, or reject and name the step that does not convince you.");
            case CHANGE ->
                List.of(
                        "You approve the change for its release window, after the business and the environment owner have signed.",
                        "Without your approval before the cut-off the window is given up; nobody approves in your place.");
            case CUSTOMER ->
                List.of(
                        "You accept the open-issue list and the operating rhythm at the end, or extend the stabilization period.",
                        "The go-live is handed over only with your acceptance.");
            case VALIDATOR -> List.of("You confirm the validation steps of your test users, with evidence.");
            case REQUESTER -> List.of("You submit the plan and keep it true; you never sign.");
        };
    }
}
