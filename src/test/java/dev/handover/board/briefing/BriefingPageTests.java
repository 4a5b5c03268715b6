package dev.handover.board.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.board.OpenTask;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What the page makes of a briefing, whatever is in it. */
class BriefingPageTests {

    private static final OpenTask TASK = new OpenTask(
            "1",
            "Sample",
            new GoLiveKey("aurora-production-1"),
            "Sample task",
            "vera",
            null,
            null,
            Instant.EPOCH,
            Map.of());

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    @BeforeEach
    void findTemplates() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
    }

    @Test
    void everythingIsShownInTheOrderAPersonDecidesBy() {
        var page = page(sample().write());
        assertThat(page)
                .containsSubsequence(
                        "Look at what the checks found",
                        "What the checks found",
                        "Evidence",
                        "Add evidence",
                        "What changed since last time",
                        "What your decision sets in motion");
    }

    @Test
    void nothingThatPeopleWroteBecomesMarkupOrIsEvaluated() {
        var page = page(sample().headline(SampleComposer.HOSTILE)
                .fact(SampleComposer.HOSTILE, SampleComposer.HOSTILE)
                .consequence(SampleComposer.HOSTILE, SampleComposer.HOSTILE)
                .write());
        assertThat(page)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} {{1+1}}")
                .doesNotContain("49");
    }

    @Test
    void onlyAddressesOfTheWebAndOfOurOwnBecomeLinks() {
        var page = page(sample().fact("One", new Value.Anchor("bad", "javascript:alert(1)"))
                .fact("Two", new Value.Anchor("worse", "//evil.example"))
                .fact("Three", new Value.Anchor("good", "https://good.example/"))
                .write());
        assertThat(page).doesNotContain("javascript:", "evil.example").contains("href=\"https://good.example/\"");
    }

    @Test
    void timesAreShownInTheZoneOfTheCustomerAndKeptExactForMachines() {
        var page = page(sample().write());
        assertThat(page)
                .contains("datetime=\"2026-11-23T09:14:07Z\"")
                .contains("Mon 23 Nov 2026, 10:14")
                .contains("Central European Time (Europe/Berlin)");
    }

    @Test
    void theUploadTellsItsLimitBeforeAndHasNoFormOfItsOwn() {
        var page = page(sample().write());
        assertThat(page)
                .contains("data-address=\"/api/go-lives/aurora-production-1/evidence\"")
                .contains("data-max-bytes=\"26214400\"")
                .contains("Up to <span>25 MB</span>")
                .contains("value=\"product-workflow-validation\"")
                .doesNotContain("<form");
    }

    @Test
    void evidenceIsPreviewedByWhatItIs() {
        var page = page(sample().write());
        assertThat(page)
                .contains("<img src=\"/api/go-lives/aurora-production-1/evidence/1/content?inline\"")
                .contains("alt=\"Preview of Role matrix, signed\"")
                .contains("data-content=\"/api/go-lives/aurora-production-1/evidence/1/content?inline\"")
                .contains("1 observation kept by the checks");
    }

    @Test
    void whatIsSignedIsNamedWithItsDigest() {
        assertThat(page(sample().write()))
                .contains("data-stamp-field=\"manifest\"")
                .containsPattern("data-stamp-digest=\"[0-9a-f]{64}\"");
        assertThat(page(Briefing.about("Aurora").write())).doesNotContain("data-stamp");
    }

    @Test
    void peopleWhoCanBeChosenAreOfferedByName() {
        var page = page(sample().people(List.of(new Person("susan", "Susan <Sauer>", null)))
                .write());
        assertThat(page).contains("<option value=\"susan\">Susan &lt;Sauer&gt;</option>");
    }

    @Test
    void anEmptySectionSaysSo() {
        var page = page(Briefing.about("Aurora")
                .section(new Section.Listing("Hints", List.of(), "There is no hint."))
                .section(new Section.Table("Checks", "", List.of("Check"), List.of(), "Nothing was checked."))
                .section(new Section.EvidenceList("Evidence", List.of(), List.of(), "Nobody added any.", null))
                .section(new Section.Changes("Changes", "", List.of(), "Nothing changed."))
                .write());
        assertThat(page)
                .contains("There is no hint.", "Nothing was checked.", "Nobody added any.", "Nothing changed.")
                .doesNotContain("<table", "Add evidence");
    }

    private static Briefing.Writer sample() {
        var briefing = Briefing.about("Aurora Works production")
                .asOf(Instant.parse("2026-11-23T09:20:00Z"), ZoneId.of("Europe/Berlin"));
        new SampleComposer(Set.of("Sample")).compose(TASK, briefing);
        return briefing;
    }

    private String page(Briefing briefing) {
        var variables = Map.<String, Object>of("briefing", briefing, "times", briefing.times());
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return engine.process(
                "board/briefing", Set.of("briefing"), new WebContext(exchange, Locale.ENGLISH, variables));
    }
}
