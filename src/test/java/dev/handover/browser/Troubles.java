package dev.handover.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What browsers complained about: errors on the console (what a content security policy refused is one), uncaught errors
 * of scripts, answers of status 500 and above.
 */
final class Troubles {

    /** @param reason why this complaint is right and nothing is to be mended */
    private record Known(Pattern complaint, String reason) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    Pattern.compile(".*status of 422.*/api/go-lives\\?dryRun=true"),
                    "the browser reports that a plan with mistakes was refused, as it should be"),
            new Known(
                    Pattern.compile(".*status of 422.*/process-definition/go-live:[^/]+/submit-form"),
                    "the same when the go-live is started in spite of the mistakes"),
            new Known(
                    Pattern.compile(".*status of 400.*/process-definition\\?key=[^&]+&sortBy=version.*"),
                    "Cockpit asks for all versions of a process without a bound, which the engine is told to refuse"),
            new Known(
                    Pattern.compile(".*status of 401.*/camunda/favicon.ico"),
                    "the Tasklist may still be asking for its icon when the session has ended"));

    private final List<String> complaints = new ArrayList<>();

    /** Listens to a page. @param whose the person at it, for the message */
    void watch(String whose, Page page) {
        page.onConsoleMessage(message -> onConsole(whose, message));
        page.onPageError(error -> note(whose, "uncaught: " + error));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                note(whose, response.status() + " " + response.url());
            }
        });
    }

    /** All complaints except the known ones, in the order they came. */
    List<String> unexpected() {
        return complaints.stream()
                .filter(complaint -> KNOWN.stream()
                        .noneMatch(known -> known.complaint().matcher(complaint).matches()))
                .toList();
    }

    private void onConsole(String whose, ConsoleMessage message) {
        if (message.type().equals("error")) {
            note(
                    whose,
                    message.text().replaceAll("\\s+", " ") + " "
                            + message.location().replaceAll(":\\d+:\\d+$", ""));
        }
    }

    private void note(String whose, String complaint) {
        complaints.add(whose + ": " + complaint);
    }
}
