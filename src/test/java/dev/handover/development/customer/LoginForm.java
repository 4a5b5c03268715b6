package dev.handover.development.customer;

import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import dev.handover.development.http.Templates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The sample product's own login page: a form with a token against forged requests, and a session cookie. A session has a new
 * id once somebody signs in to it. In memory, the newest {@link #MOST} sessions.
 */
final class LoginForm {

    private static final int MOST = 500;
    private static final String COOKIE = "AURORA_SESSION";

    /** @param token that the form carries; @param account null until somebody signs in */
    private record Session(String token, Account account) {}

    private final Switches switches;
    private final Templates templates;
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    LoginForm(Switches switches, Templates templates) {
        this.switches = switches;
        this.templates = templates;
    }

    void addTo(Routes routes) {
        routes.get("/login", this::page).post("/login", this::signIn).get("/home", this::home);
    }

    /** Who signed in to the session that the request belongs to. */
    synchronized Optional<Account> accountOf(Request request) {
        return session(request).map(Session::account);
    }

    private Response page(Request request) {
        var session = open(null);
        var model = Map.<String, Object>of(
                "token",
                session.getValue().token(),
                "failed",
                request.query("error").isPresent());
        return templates.page("login", model).with("Set-Cookie", cookie(session.getKey()));
    }

    private Response signIn(Request request) {
        var isGenuine = session(request)
                .filter(session -> session.token().equals(request.form("_csrf").orElse("")))
                .isPresent();
        if (!isGenuine) {
            return Response.problem(403, "The form is not from this session. Open the login page again.");
        }
        var account = switches.isBroken(Part.LOGIN_FORM) || switches.isBroken(Part.SIGN_IN)
                ? Optional.<Account>empty()
                : Account.withPassword(
                        request.form("username").orElse(""),
                        request.form("password").orElse(""));
        return account.isEmpty()
                ? Response.seeOther("/login?error=1")
                : Response.seeOther("/home")
                        .with("Set-Cookie", cookie(open(account.get()).getKey()));
    }

    private Response home(Request request) {
        return accountOf(request)
                .map(account -> templates.page("home", Map.of("account", account.name())))
                .orElseGet(() -> Response.seeOther("/login"));
    }

    private synchronized Map.Entry<String, Session> open(Account account) {
        var session = Map.entry(
                UUID.randomUUID().toString(), new Session(UUID.randomUUID().toString(), account));
        sessions.put(session.getKey(), session.getValue());
        return session;
    }

    private synchronized Optional<Session> session(Request request) {
        return request.cookie(COOKIE).map(sessions::get);
    }

    private static String cookie(String id) {
        return COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
