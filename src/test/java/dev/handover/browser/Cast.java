package dev.handover.browser;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody of a story: each at a browser of their own, as on machines of their own, logged in when they come first. */
final class Cast implements AutoCloseable {

    private final Chromium chromium;
    private final String address;
    private final String goLive;
    private final Screenshots screenshots;
    private final Troubles troubles = new Troubles();
    private final Barriers barriers = new Barriers();
    private final Map<String, Page> pages = new HashMap<>();

    /**
     * @param address of the application, without a path
     * @param goLive what the names of the tasks end with: customer and environment
     */
    Cast(Chromium chromium, String address, String goLive, Screenshots screenshots) {
        this.chromium = chromium;
        this.address = address;
        this.goLive = goLive;
        this.screenshots = screenshots;
    }

    /** The person looks at the Tasklist as it is now. */
    Tasklist tasklist(String user) {
        return new Tasklist(page(user), goLive).open();
    }

    Cockpit cockpit(String user) {
        return new Cockpit(page(user)).open();
    }

    /** The person's browser. Whoever comes for the first time is led to the login page, and logs in. */
    Page page(String user) {
        if (!pages.containsKey(user)) {
            pages.put(user, logIn(user));
        }
        return pages.get(user);
    }

    /** Keeps a picture of what the person sees, and looks whether everybody could use it. */
    void picture(String user, String what) {
        picture(page(user), "%s-%s".formatted(user, what));
    }

    private void picture(Page page, String what) {
        barriers.look(page, what);
        screenshots.take(page, what);
    }

    /** The person opens a page of our own, and a picture of it is kept. */
    void visit(String user, String path, String what) {
        page(user).navigate(path);
        picture(user, what);
    }

    /** What keeps some people from using what was pictured. */
    List<String> barriers() {
        return barriers.found();
    }

    /** What no browser should have complained about. */
    List<String> unexpectedTroubles() {
        return troubles.unexpected();
    }

    private Page logIn(String user) {
        var page = chromium.newPage(address, user.equals("change") ? Screen.PHONE : Screen.DESK);
        troubles.watch(user, page);
        page.navigate(Tasklist.PATH);
        var login = new LoginPage(page);
        login.assertShown();
        if (pages.isEmpty()) {
            picture(page, "login");
        }
        login.logIn(user);
        page.waitForURL("**" + Tasklist.PATH + "**");
        return page;
    }

    @Override
    public void close() {
        pages.values().forEach(page -> page.context().close());
    }
}
