package dev.handover.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what people saw, numbered in the order they saw it, as build output for people to look through. */
final class Screenshots {

    /** Pixels that the page scrolls by instead of showing. */
    private static final String HIDDEN = """
            () => Math.max(0, ...Array.from(document.querySelectorAll('html, body, div, section'))
                .filter(each => each === document.documentElement || /auto|scroll/.test(getComputedStyle(each).overflowY))
                .map(each => each.scrollHeight - each.clientHeight))""";

    private static final int TALLEST = 8_000;

    private final Path folder;
    private int taken;

    /** @param folder is emptied of earlier pictures */
    Screenshots(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (var old = Files.newDirectoryStream(folder, "*.png")) {
                for (var picture : old) {
                    Files.delete(picture);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the page as a very tall screen would show it, so that nothing is scrolled out of the picture. */
    void take(Page page, String what) {
        var size = page.viewportSize();
        var hidden = ((Number) page.evaluate(HIDDEN)).intValue();
        page.setViewportSize(size.width, Math.min(TALLEST, size.height + hidden));
        taken++;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve("%02d-%s.png".formatted(taken, what)))
                .setAnimations(ScreenshotAnimations.DISABLED));
        page.setViewportSize(size.width, size.height);
    }
}
