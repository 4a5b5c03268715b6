package dev.handover.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What keeps people from using a page by keyboard, screen reader, or with weak eyes: whatever axe calls serious or critical
 * by the rules of WCAG 2.1, levels A and AA. In the engine's web applications only what is ours is looked at; the rest comes
 * with the engine. Source: {@code docs/adr/0030-cockpit-tasklist-and-everybody.md}.
 */
final class Barriers {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Set<String> HIGH = Set.of("serious", "critical");

    /** Forms of tasks and of the start with what we add to them, and what we add to Cockpit. */
    private static final List<String> OURS =
            List.of(".task-details .fjs-container", ".modal-body .fjs-container", ".handover-brief", ".handover-part");

    private final List<String> found = new ArrayList<>();

    /**
     * For a rule about locked orientation, which we do not use, axe would fetch all stylesheets anew, and what they import
     * from wrong addresses.
     */
    private static final class NothingFetched extends AxeRunOptions {

        @JsonProperty("preload")
        public boolean isPreloading() {
            return false;
        }
    }

    /** @param what the page is called in the findings */
    void look(Page page, String what) {
        var parts = page.url().contains("/camunda/app/") ? shown(page) : List.of("html");
        if (parts.isEmpty()) {
            return;
        }
        var axe = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(new NothingFetched())
                .withTags(RULES);
        parts.forEach(axe::include);
        axe.analyze().getViolations().stream()
                .filter(rule -> HIGH.contains(rule.getImpact()))
                .map(rule -> inWords(rule, what))
                .forEach(found::add);
    }

    /** All findings, in the order they came. */
    List<String> found() {
        return List.copyOf(found);
    }

    private static List<String> shown(Page page) {
        return OURS.stream().filter(part -> page.locator(part).count() > 0).toList();
    }

    private static String inWords(Rule rule, String what) {
        return "%s: %s (%s) at %s"
                .formatted(
                        what,
                        rule.getHelp(),
                        rule.getId(),
                        rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList());
    }
}
