package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page is quiet when it has been answered everything, and not before. */
class TrafficTests {

    private static Chromium chromium;

    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @AutoClose
    private final TestServer server = TestServer.start();

    private Page page;
    private Traffic traffic;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        server.on("/", new Response(200, "text/html", "<!DOCTYPE html><title>Page</title>", Map.of()));
        server.on("/slow", request -> {
            await(mayAnswer);
            return Response.status(200);
        });
        server.handling("/broken", exchange -> exchange.close());
        page = chromium.newPage("http://" + server.hostAndPort(), Screen.DESK);
        traffic = new Traffic(page);
        page.navigate("/");
    }

    @AfterEach
    void closePage() {
        mayAnswer.countDown();
        page.context().close();
    }

    @Test
    void aPageThatWaitsForAnAnswerIsNotQuiet() {
        ask("/slow");
        page.setDefaultTimeout(3_000);
        assertThatThrownBy(traffic::awaitQuiet).isInstanceOf(TimeoutError.class);
    }

    @Test
    void aPageIsQuietOnceAllHasBeenAnswered() {
        ask("/slow");
        mayAnswer.countDown();
        traffic.awaitQuiet();
        assertThat(page.evaluate("window.answers")).isEqualTo(1);
    }

    @Test
    void whatFailedIsNotWaitedFor() {
        ask("/broken");
        traffic.awaitQuiet();
        assertThat(page.evaluate("window.failures")).isEqualTo(1);
    }

    @Test
    void whatThePageBeforeWaitedForIsForgotten() {
        ask("/slow");
        page.navigate("/?another");
        traffic.awaitQuiet();
        assertThat(mayAnswer.getCount()).as("nothing of it was answered").isOne();
    }

    /** As a script of the page does; counts what becomes of it. */
    private void ask(String path) {
        page.evaluate("window.answers = window.failures = 0");
        page.waitForRequest(
                "**" + path,
                () -> page.evaluate(
                        "path => { fetch(path).then(() => window.answers++, () => window.failures++) }", path));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
