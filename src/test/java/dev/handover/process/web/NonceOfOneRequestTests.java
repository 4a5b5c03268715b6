package dev.handover.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Web;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without the filter, about every second page of this test has a nonce that is not its own. */
@ApplicationTest
class NonceOfOneRequestTests {

    private static final int BROWSERS = 6;
    private static final int PAGES = 50;
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    void everyPageHasItsOwnNonceHoweverManyAreLoadedAtOnce() throws Exception {
        var executor = Executors.newFixedThreadPool(BROWSERS);
        try {
            var browsers = new ArrayList<Callable<List<String>>>();
            for (var app : List.of("tasklist", "cockpit", "admin", "welcome", "tasklist", "cockpit")) {
                var browser = Web.browser(port);
                browser.logIn("admin", "admin");
                browsers.add(() -> IntStream.range(0, PAGES)
                        .mapToObj(page -> nonceOf(browser.page("/camunda/app/" + app + "/default/")))
                        .toList());
            }
            var nonces = new ArrayList<String>();
            for (var browser : executor.invokeAll(browsers)) {
                nonces.addAll(browser.get());
            }
            assertThat(nonces).hasSize(BROWSERS * PAGES).doesNotHaveDuplicates();
        } finally {
            executor.shutdownNow();
        }
    }

    /** The nonce that header and page agree on. */
    private static String nonceOf(Web.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        var header = IN_HEADER.matcher(page.header("Content-Security-Policy"));
        assertThat(header.find()).isTrue();
        var scripts = IN_PAGE.matcher(page.body());
        assertThat(scripts.find()).isTrue();
        assertThat(scripts.group(1)).isEqualTo(header.group(1));
        return header.group(1);
    }
}
