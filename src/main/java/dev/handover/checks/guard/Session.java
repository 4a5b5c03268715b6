package dev.handover.checks.guard;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of one person during one check. A cookie goes to the origin that set it and nowhere else, not even to another
 * port of the same host; values never leave this package, and are taken out of everything that comes back.
 */
public final class Session {

    private static final int MOST_PER_ORIGIN = 50;
    private static final int MOST_ORIGINS = 10;

    private final Earnings earnings;
    private final Map<Place, List<Cookie>> cookies = new HashMap<>();

    Session(Earnings earnings) {
        this.earnings = earnings;
    }

    /** True if some server has set a cookie that still stands. */
    public synchronized boolean isOpen() {
        return cookies.values().stream().anyMatch(each -> !each.isEmpty());
    }

    /**
     * Keeps the cookies that an answer sets.
     *
     * @throws CallFailed if there are more than any sign-in needs
     */
    synchronized void keep(List<String> setCookies, Place from, URI uri) throws CallFailed {
        for (String header : setCookies) {
            Optional<Cookie> cookie = Cookie.parse(header, from, pathOf(uri));
            if (cookie.isPresent()) {
                keep(cookie.get(), from);
            }
        }
    }

    private void keep(Cookie cookie, Place from) throws CallFailed {
        List<Cookie> ofOrigin = cookies.computeIfAbsent(from, any -> new ArrayList<>());
        ofOrigin.removeIf(
                each -> each.name().equals(cookie.name()) && each.path().equals(cookie.path()));
        if (cookie.isGone()) {
            return;
        }
        if (ofOrigin.size() >= MOST_PER_ORIGIN || cookies.size() > MOST_ORIGINS) {
            throw new CallFailed("%s: sets more than %d cookies".formatted(from, MOST_PER_ORIGIN));
        }
        earnings.add(cookie.value(), from);
        ofOrigin.add(cookie);
    }

    /** Value of the Cookie header for a call; empty for none. Longer paths come first (RFC 6265, 5.4). */
    synchronized Optional<String> header(Place to, URI uri) {
        List<Cookie> fitting = cookies.getOrDefault(to, List.of()).stream()
                .filter(cookie -> cookie.goesTo(pathOf(uri), to.isTls()))
                .sorted((one, other) -> other.path().length() - one.path().length())
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(fitting.stream()
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; ")));
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Names of origins only. */
    @Override
    public synchronized String toString() {
        return "Session" + cookies.keySet();
    }
}
