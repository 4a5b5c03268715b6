package dev.handover.board.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.board.Times;
import dev.handover.notice.PersonPreference;
import dev.handover.notice.Preferences;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Choosing how mails come, by the page and by programs. */
@ApplicationTest
class PreferencePageTests {

    private static final String API = "/api/preferences";

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private Preferences preferences;

    @LocalServerPort
    private int port;

    @AfterEach
    void nothingIsChosenAnyMore() {
        for (var user : List.of("outsider", "auditor")) {
            preferences.choose(user, PersonPreference.read(null, null, null, Map.of()));
        }
    }

    @Test
    void aPersonChoosesWithoutAnyScriptAndSeesWhatHolds() {
        var browser = browser();
        var page = browser.page("/preferences").body();
        assertThat(page)
                .contains(
                        "The usual one here (English)",
                        "Deutsch",
                        "at 08:00 if you leave this empty",
                        "<label for=\"kind.live\">A go-live is live</label>",
                        "Always at once: somebody has to know of it now.",
                        "It asks you to act, so it always comes; at once if it is due within a day.",
                        "It brings an entry for your calendar, so it comes by itself.")
                .doesNotContain("name=\"kind.window-cancelled\"", "name=\"kind.paused\"", "<script");

        var sent = browser.form(
                "/preferences",
                Map.of(
                        "language", "de",
                        "zone", "Asia/Tokyo",
                        "digestAt", "06:30",
                        "kind.live", "never",
                        "kind.reminder", "digest",
                        "_csrf", browser.tokenOn("/preferences")));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(browser.page("/preferences").body())
                .contains("Your preferences are kept.", "value=\"Asia/Tokyo\"", "value=\"06:30\"")
                .containsPattern("<option value=\"de\"[^>]*selected")
                .containsPattern("<option value=\"never\"[^>]*selected[^>]*>Not at all");
    }

    @Test
    void pagesTellTimesInTheZoneThatTheReaderChose() {
        var goLive = handoff.start();
        var browser = Web.browser(port);
        browser.logIn("auditor", "auditor");
        assertThat(browser.page("/go-lives/" + goLive.key()).body()).contains("(Europe/Berlin)");
        preferences.choose("auditor", PersonPreference.read(null, "Asia/Tokyo", null, Map.of()));
        assertThat(browser.page("/go-lives/" + goLive.key()).body())
                .contains("(Asia/Tokyo)")
                .doesNotContain("(Europe/Berlin)");
        var start = Instant.parse(goLive.state().at("/window/start").asText());
        assertThat(browser.page("/").body()).contains(new Times(ZoneId.of("Asia/Tokyo")).showWithZone(start));
    }

    @Test
    void whatIsWrongIsSaidAndTheFormKeepsWhatWasTyped() {
        var browser = browser();
        var fields = new HashMap<>(Map.of(
                "language", "en",
                "zone", "<b>Atlantis</b>",
                "digestAt", "06:30",
                "kind.live", "never",
                "_csrf", browser.tokenOn("/preferences")));
        var sent = browser.form("/preferences", fields);
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("is no time zone; write it like Europe/Berlin.", "value=\"&lt;b&gt;Atlantis&lt;/b&gt;\"")
                .contains("value=\"06:30\"")
                .containsPattern("<option value=\"never\"[^>]*selected")
                .doesNotContain("<b>Atlantis");
        fields.remove("_csrf");
        assertThat(browser.form("/preferences", fields).status()).isEqualTo(403);
        assertThat(preferences.of("outsider").digestAt()).isNull();
    }

    @Test
    void openingThePageChangesNothing() {
        browser().page("/preferences?language=de&kind.live=never");
        assertThat(preferences.of("outsider")).isEqualTo(PersonPreference.read(null, null, null, Map.of()));
    }

    @Test
    void aProgramReadsAndReplacesItsOwnPreferencesOnly() {
        assertThat(rest.get(null, API).status()).isEqualTo(401);
        var before = rest.get("outsider", API).json();
        assertThat(before.get("language").isNull()).isTrue();
        assertThat(before.get("usualLanguage").asText()).isEqualTo("en");
        assertThat(before.at("/kinds/reminder/comes").asText()).isEqualTo("digest");
        assertThat(before.at("/kinds/paused/choices")).hasSize(1);

        var chosen = rest.put(
                "outsider",
                API,
                Map.of("language", "de", "zone", "Europe/Berlin", "kinds", Map.of("withdrawn", "never")));
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
        var after = rest.get("outsider", API).json();
        assertThat(after).isEqualTo(chosen.json());
        assertThat(after.get("language").asText()).isEqualTo("de");
        assertThat(after.at("/kinds/withdrawn/comes").asText()).isEqualTo("never");
        assertThat(rest.get("validator", API).json().get("language").isNull()).isTrue();
    }

    @Test
    void whatAProgramCannotChooseIsRefusedInWords() {
        var refused = rest.put("outsider", API, Map.of("kinds", Map.of("task-waiting", "never")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").asText()).contains("it asks you to act");
        assertThat(rest.put("outsider", API, "no object").status()).isBetween(400, 499);
        assertThat(rest.put("outsider", API, Map.of("zone", "x".repeat(10_000))).status())
                .isEqualTo(422);
    }

    private Web browser() {
        var browser = Web.browser(port);
        browser.logIn("outsider", "outsider");
        return browser;
    }
}
