package dev.handover.development.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.http.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String SUPPORT = "support@handover.example";
    private static final String BUSINESS = "business@handover.example";

    private final MailServer server = new MailServer(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofDays(1)).start(0);

    private final MailReader reader = new MailReader(server).start(0);
    private final Caller caller = new Caller(reader.baseUrl());
    private final MailSender sender = new MailSender(server.port());

    @AfterEach
    void close() {
        reader.close();
        server.close();
    }

    @Test
    void anEmptyMailboxSaysSo() {
        assertThat(caller.get("/").body()).contains("No mail here yet.").doesNotContain("Delete all");
        assertThat(caller.get("/api/messages").json()).isEmpty();
    }

    @Test
    void listsTheNewestFirstWithItsFirstWords() throws Exception {
        sender.sendText(SUPPORT, "First", "Please resolve the blocker.");
        sender.sendText(BUSINESS, "Second", "Please sign.");
        assertThat(caller.get("/").body())
                .containsSubsequence(
                        "Second", BUSINESS, "Please sign.", "First", SUPPORT, "Please resolve the blocker.")
                .contains("1 Mar 2027, 12:00:00");
    }

    @Test
    void theListCanBeLimitedToOneRecipient() throws Exception {
        sender.sendText(SUPPORT, "For support", "x");
        sender.sendText(BUSINESS, "For business", "x");
        var page = caller.get("/?to=support%40handover.example").body();
        assertThat(page).contains("For support", "href=\"/messages/1?to=support%40handover.example\"");
        assertThat(page).doesNotContain("For business");
    }

    @Test
    void aMailIsUnreadUntilItIsOpened() throws Exception {
        sender.sendText(SUPPORT, "Open me", "x");
        assertThat(caller.get("/").body()).contains("Unread: ");
        caller.get("/messages/1");
        assertThat(caller.get("/").body()).doesNotContain("Unread: ");
    }

    @Test
    void longListsAreReadPageByPage() throws Exception {
        for (int i = 1; i <= 51; i++) {
            server.mailbox()
                    .receive(
                            "",
                            List.of(SUPPORT),
                            ("Subject: mail-" + i + "-\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(caller.get("/").body())
                .contains("mail-51-", "mail-2-", "?page=1")
                .doesNotContain("mail-1-");
        assertThat(caller.get("/?page=1").body()).contains("mail-1-", "?page=0").doesNotContain("mail-2-");
        assertThat(caller.get("/?page=9999999").body()).contains("mail-51-");
    }

    @Test
    void showsAMailWithItsHtmlInASandboxedFrame() throws Exception {
        sender.sendEverything(SUPPORT, "Sign-off");
        var page = caller.get("/messages/1").body();
        assertThat(page)
                .contains("Handover &lt;handover@handover.example&gt;", SUPPORT, "Sign-off")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", "src=\"/messages/1/html\"")
                .contains("Release window, Aurora Works", "2027-03-01 08:00 UTC", "page.html (18 bytes)");

        var html = caller.get("/messages/1/html");
        assertThat(html.body()).contains("<head><base target=\"_blank\">", "<b>sign-off</b>");
        assertThat(html.body()).contains("src=\"/messages/1/parts/1\"").doesNotContain("cid:");
        assertThat(html.header("Content-Security-Policy"))
                .startsWith("sandbox ")
                .contains("default-src 'none'");
    }

    @Test
    void showsTextHeadersAndSource() throws Exception {
        sender.sendEverything(SUPPORT, "Sign-off");
        assertThat(caller.get("/messages/1?view=text").body()).contains("Your sign-off is needed.");
        assertThat(caller.get("/messages/1?view=headers").body()).contains("Message-ID", "MIME-Version", "Return-Path");
        assertThat(caller.get("/messages/1?view=source").body()).contains("Content-Type: multipart/mixed");
        var raw = caller.get("/messages/1/raw");
        assertThat(raw.header("Content-Type")).startsWith("text/plain");
        assertThat(raw.body()).contains("Subject: Sign-off", "Content-Type: text/calendar");
    }

    @Test
    void aMailWithoutHtmlShowsItsText() throws Exception {
        sender.sendText(SUPPORT, "Plain", "a < b & c");
        assertThat(caller.get("/messages/1").body())
                .contains("a &lt; b &amp; c")
                .doesNotContain("<iframe");
        assertThat(caller.get("/messages/1/html").status()).isEqualTo(404);
    }

    @Test
    void partsAreSavedAndOnlyPicturesShown() throws Exception {
        sender.sendEverything(SUPPORT, "Sign-off");
        var calendar = caller.get("/messages/1/parts/0");
        assertThat(calendar.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''invitation.ics");
        assertThat(calendar.body()).isEqualTo(CalendarEntryTests.INVITATION);
        assertThat(caller.get("/messages/1/parts/1").header("Content-Type")).isEqualTo("image/png");
        var page = caller.get("/messages/1/parts/2");
        assertThat(page.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(caller.get("/messages/1/parts/3").status()).isEqualTo(404);
    }

    @Test
    void nothingOfAMailRunsInThePage() throws Exception {
        sender.sendRaw(
                SUPPORT,
                String.join(
                        "\r\n",
                        "From: \"<script>1</script>\" <x@handover.example>",
                        "Subject: <script>2</script>",
                        "",
                        "<script>3</script>"));
        for (var path : new String[] {"/", "/messages/1", "/messages/1?view=headers", "/messages/1?view=source"}) {
            assertThat(caller.get(path).body()).as(path).doesNotContain("<script>");
            assertThat(caller.get(path).header("Content-Security-Policy")).contains("default-src 'none'");
        }
    }

    @Test
    void aMailThatCannotBeReadIsStillListed() {
        server.mailbox()
                .receive(
                        "",
                        List.of(SUPPORT),
                        "Content-Type: multipart/mixed\r\n\r\nodd".getBytes(StandardCharsets.UTF_8));
        assertThat(caller.get("/").body()).contains("(this mail cannot be read)");
        assertThat(caller.get("/messages/1").body()).contains("odd");
        assertThat(caller.get("/api/messages/1").json().path("text").asText()).contains("odd");
    }

    @Test
    void theNextMailIsOneStepAway() throws Exception {
        sender.sendText(SUPPORT, "1", "x");
        sender.sendText(BUSINESS, "2", "x");
        sender.sendText(SUPPORT, "3", "x");
        assertThat(caller.get("/messages/2").body()).contains("\"/messages/1\"", "\"/messages/3\"");
        assertThat(caller.get("/messages/1?to=support%40handover.example").body())
                .contains("\"/messages/3?to=support%40handover.example\"")
                .doesNotContain("/messages/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/1", "/messages/0", "/messages/99999999999", "/messages/x", "/api/messages/1"})
    void aMailThatIsNotHereIsNotFound(String path) {
        assertThat(caller.get(path).status()).isEqualTo(404);
    }

    @Test
    void testsReadMailsAsJson() throws Exception {
        sender.sendEverything(SUPPORT + ", " + BUSINESS, "Sign-off");
        sender.sendText(BUSINESS, "Other", "x");
        var list = caller.get("/api/messages?to=support@handover.example").json();
        assertThat(list).hasSize(1);
        assertThat(list.at("/0/number").asInt()).isEqualTo(1);
        assertThat(list.at("/0/subject").asText()).isEqualTo("Sign-off");
        assertThat(list.at("/0/receivedAt").asText()).isEqualTo(NOON.toString());
        assertThat(list.at("/0/to")).hasSize(2);
        assertThat(list.at("/0/calendarEntries").asInt()).isEqualTo(1);
        assertThat(list.at("/0/attachments").asInt()).isEqualTo(1);

        var mail = caller.get("/api/messages/1").json();
        assertThat(mail.path("text").asText()).startsWith("Your sign-off is needed.");
        assertThat(mail.path("html").asText()).contains("<b>sign-off</b>");
        assertThat(mail.at("/calendar/0/method").asText()).isEqualTo("REQUEST");
        assertThat(mail.at("/attachments/0/path").asText()).isEqualTo("/messages/1/parts/2");
        assertThat(mail.path("headers").findValuesAsText("name")).contains("Subject", "From");
        assertThat(caller.get("/api/messages").json()).hasSize(2);
    }

    @Test
    void allMailsAreDeletedByApiAndByPage() throws Exception {
        sender.sendText(SUPPORT, "1", "x");
        assertThat(caller.delete("/api/messages").status()).isEqualTo(204);
        assertThat(caller.get("/api/messages").json()).isEmpty();
        sender.sendText(SUPPORT, "2", "x");
        assertThat(caller.post("/messages/deletion", Map.of()).status()).isEqualTo(303);
        assertThat(caller.get("/api/messages").json()).isEmpty();
    }

    @Test
    void theMailServerIsTakenDownAndBroughtUpOnThePage() {
        assertThat(caller.get("/").body()).contains("Up on port " + server.port(), "Take down");
        assertThat(caller.post("/switches/mail-server", Map.of("state", "broken"))
                        .status())
                .isEqualTo(303);
        assertThat(server.isUp()).isFalse();
        assertThat(caller.get("/").body()).contains("Down, port " + server.port() + " refuses", "Bring up");
        caller.post("/switches/mail-server", Map.of("state", "working"));
        assertThat(server.isUp()).isTrue();
    }

    @Test
    void theMailServerIsSlowedDownAndMadeFastOnThePage() {
        caller.post("/switches/slow", Map.of("state", "broken"));
        assertThat(server.isSlow()).isTrue();
        assertThat(caller.get("/").body()).contains("Slow on port " + server.port(), "Make fast again");
        caller.post("/switches/slow", Map.of("state", "working"));
        assertThat(server.isSlow()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/switches/mail-server", "/switches/slow"})
    void aStateThatIsNotUnderstoodChangesNothing(String path) {
        var answer = caller.post(path, Map.of("state", "odd"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(server.isUp()).isTrue();
        assertThat(server.isSlow()).isFalse();
    }
}
