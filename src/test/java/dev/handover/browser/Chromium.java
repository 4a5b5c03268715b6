package dev.handover.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, headless. Playwright's own browsers are never downloaded: a build needs no more of the
 * network than its Maven repository.
 */
final class Chromium implements AutoCloseable {

    static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Runs as root in containers, draws without a graphics card, and talks to nobody but the tested application. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long what should be on a page may take, in milliseconds: as much as Playwright grants a click. */
    private static final double SLOW = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /**
     * Starts it. Where none is installed, the tests that ask are skipped; under continuous integration ({@code CI} is set)
     * they fail instead, so that nobody believes they ran.
     */
    static Chromium start() {
        var executable = find();
        if (executable.isEmpty()) {
            var missing =
                    "No Chromium on the PATH (looked for %s). Install one, for example by: apt-get install chromium"
                            .formatted(String.join(", ", NAMES));
            if (System.getenv("CI") != null) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        return new Chromium(executable.get());
    }

    /**
     * A page in a context of its own: other cookies, another storage.
     *
     * @param address what paths are relative to
     */
    Page newPage(String address, Screen screen) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setViewportSize(screen.width(), screen.height())
                        .setTimezoneId("Europe/Berlin"))
                .newPage();
    }

    private static Optional<Path> find() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
