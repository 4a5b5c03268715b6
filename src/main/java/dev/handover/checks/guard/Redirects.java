package dev.handover.checks.guard;

import dev.handover.checks.guard.HttpExchange.Reply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a redirect leads, and what may go along (RFC 9110, 15.4; as browsers do it, and stricter between places). */
final class Redirects {

    private static final int MOST = 5;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static boolean is(Reply reply) {
        return STATUSES.contains(reply.status()) && reply.headers().containsKey("location");
    }

    /** @throws CallFailed saying why, if the redirect leads to nothing that is followed */
    static URI next(URI from, Reply reply, int count) throws CallFailed {
        if (count > MOST) {
            throw refused(from, "more than %d redirects".formatted(MOST));
        }
        URI next;
        try {
            next = from.resolve(new URI(reply.headers().get("location").strip()));
        } catch (URISyntaxException e) {
            throw refused(from, "redirects to something that is not an address");
        }
        if (!"http".equalsIgnoreCase(next.getScheme()) && !"https".equalsIgnoreCase(next.getScheme())) {
            throw refused(from, "redirects to an address that is neither http nor https");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(next.getScheme())) {
            throw refused(from, "redirects from https to http");
        }
        return next;
    }

    /**
     * The call that follows: 303, and 301 or 302 after POST, fetch an answer; every other status repeats what was sent, which
     * never happens at another place.
     *
     * @param staysAtPlace true if the redirect leads to the origin it came from
     * @throws CallFailed if what was sent is wanted elsewhere
     */
    static Call follow(Call call, URI next, int status, boolean staysAtPlace) throws CallFailed {
        boolean fetches = status == 303 || call.method() == Call.Method.POST && (status == 301 || status == 302);
        if (call.sends() && !fetches && !staysAtPlace) {
            throw refused(call.uri(), "redirects what was sent to another place, where it must not go");
        }
        if (!staysAtPlace) {
            return call.elsewhere(next);
        }
        return fetches ? call.fetching(next) : call.at(next);
    }

    private static CallFailed refused(URI from, String why) {
        return new CallFailed("%s: %s".formatted(Texts.shown(from), why));
    }
}
