package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Received;
import dev.handover.checks.TestServer.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Login by a form: a small product with a token against forged requests and a session cookie, and the ways it fails. */
class FormLoginCheckTests {

    private static final String TOKEN = "forged-requests-end-here-4711";
    private static final String SESSION = "session-cookie-value-0815";
    private static final String PASSWORD = "ada's pässword & more";

    /** What the form sends when it is filled in rightly; fields in the order of a browser may differ. */
    private static final String TYPED = "password=ada%27s+p%C3%A4ssword+%26+more";

    @AutoClose
    private final TestServer server = TestServer.start();

    private String form = """
            <form method="get" action="/search"><input name="q"></form>
            <form method="post" action="/login?lang=en">
              <input type="hidden" name="_csrf" value="%s"><input type="hidden" name="next" value="/welcome">
              <input name="username"><input type="password" name="password"><input type="checkbox" name="stay">
            </form>
            """.formatted(TOKEN);

    private Response afterLogin = Response.redirect(303, "/welcome").with("Set-Cookie", "SID=" + SESSION + "; Path=/");

    @BeforeEach
    void openTheProduct() {
        server.on("/login", request -> request.method().equals("POST") ? signIn(request) : page());
        server.on("/welcome", Response.redirect(302, "/home"));
        server.on("/home", request -> hasSession(request) ? Response.status(200) : Response.redirect(302, "/login"));
        server.on("/api", request -> hasSession(request) ? Response.status(200) : Response.status(401));
        server.on("/api/admin", request -> hasSession(request) ? page() : Response.status(401));
    }

    private Response page() {
        return new Response(200, "text/html; charset=utf-8", form, Map.of())
                .with("Set-Cookie", "PRE=before-the-login-1; Path=/");
    }

    private Response signIn(Received request) {
        boolean isComplete = request.body().contains("_csrf=" + TOKEN)
                && request.body().contains("next=%2Fwelcome")
                && String.valueOf(request.header("cookie")).contains("PRE=before-the-login-1");
        if (!isComplete) {
            return Response.status(403);
        }
        return request.body().contains(TYPED) && request.body().contains("username=ada.admin")
                ? afterLogin
                : Response.redirect(303, "/login?error");
    }

    private static boolean hasSession(Received request) {
        return String.valueOf(request.header("cookie")).contains("SID=" + SESSION);
    }

    private CheckResult run() {
        return run(new CheckTarget.FormLogin(loginPage(), server.uri("/home"), "ada.admin", "ada-password"));
    }

    private LoginPage loginPage() {
        return new LoginPage(server.uri("/login"), "username", "password");
    }

    private CheckResult run(CheckTarget target) {
        CheckResult result = CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http")
                        .holding("ada-password", PASSWORD, server.hostAndPort()),
                target);
        Assertions.assertThat(result + result.observation().text())
                .doesNotContain(PASSWORD, TYPED.substring(9), TOKEN, SESSION, "before-the-login-1");
        return result;
    }

    @Test
    void aLoginPageThatLetsInWhoKnowsThePasswordPasses() {
        assertThat(run())
                .passed()
                .observed("/home answered 200 after the login")
                .noted("secret ada-password, altered");
        List<Received> sent = server.received().stream()
                .filter(each -> each.method().equals("POST"))
                .toList();
        Assertions.assertThat(sent).hasSize(2).allSatisfy(each -> {
            Assertions.assertThat(each.query()).isEqualTo("lang=en");
            Assertions.assertThat(each.body()).doesNotContain("stay", "q=");
        });
        Assertions.assertThat(sent.get(1).body())
                .as("the right password comes last")
                .contains(TYPED);
    }

    @Test
    void aLoginPageThatLetsNobodyInFails() {
        afterLogin = Response.redirect(303, "/login?error");
        assertThat(run())
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("/home answered 302 with the login page to the right password");
    }

    @Test
    void aSessionThatIsLostFails() {
        afterLogin = Response.redirect(303, "/welcome");
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("to the right password");
    }

    @Test
    void aLandingThatIsOpenToEverybodyFails() {
        CheckTarget open = new CheckTarget.FormLogin(loginPage(), server.uri("/open"), "ada.admin", "ada-password");
        server.on("/open", Response.status(200));
        assertThat(run(open))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("/open answered 200 without a session", "/open answered 200 to an altered password");
    }

    @Test
    void aLoginPageThatTakesEveryPasswordFails() {
        server.on("/easy", request -> request.method().equals("POST") ? afterLogin : page());
        form = form.replace("/login?lang=en", "/easy");
        CheckResult result = run(new CheckTarget.FormLogin(
                new LoginPage(server.uri("/easy"), "username", "password"),
                server.uri("/home"),
                "ada.admin",
                "ada-password"));
        assertThat(result).failed(Symptom.CANNOT_SIGN_IN).observed("/home answered 200 to an altered password");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name="username" | name="user" | has no form with the fields "username" and "password"
            method="post" | method="get" | would send the password in an address
            action="/login?lang=en" | action="http://elsewhere.example/login" | would send the password to another place
            """)
    void aFormThatPasswordsMustNotBeTypedIntoFailsAndNothingIsSent(String place, String replacement, String told) {
        form = form.replace(place, replacement);
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed(told);
        Assertions.assertThat(server.received()).noneMatch(each -> each.method().equals("POST"));
    }

    @Test
    void aTokenThatIsTheCookieAsWellIsStillSentAndNeverShown() {
        form = form.replace(TOKEN, "before-the-login-1");
        server.on("/double", request -> {
            boolean same = request.body().contains("_csrf=before-the-login-1");
            return request.method().equals("POST") && same ? afterLogin : page();
        });
        form = form.replace("/login?lang=en", "/double");
        CheckResult result = run(new CheckTarget.RoleAccess(
                SignIn.form(new LoginPage(server.uri("/double"), "username", "password"), "ada.admin", "ada-password"),
                List.of(server.uri("/api")),
                List.of(),
                List.of()));
        assertThat(result).passed();
    }

    @Test
    void theMatrixIsAskedWithTheSessionAndALoginPageIsARefusal() {
        CheckTarget access = new CheckTarget.RoleAccess(
                SignIn.form(loginPage(), "ada.admin", "ada-password"),
                List.of(server.uri("/api"), server.uri("/home")),
                List.of(server.uri("/api/admin")),
                List.of());
        assertThat(run(access)).passed().noted("answered 200 with the login page");
    }

    @Test
    void whoCannotSignInHasNoMatrix() {
        form = "<p>Closed for maintenance</p>";
        URI api = server.uri("/api");
        CheckTarget access = new CheckTarget.RoleAccess(
                SignIn.form(loginPage(), "ada.admin", "ada-password"), List.of(api), List.of(), List.of());
        assertThat(run(access))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("\"ada.admin\" cannot sign in", "has no form")
                .observedNothingOf(api.toString());
    }

    @Test
    void aSecretThatIsNotForThisHostIsNotTyped() {
        CheckResult result = CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http")
                        .holding("ada-password", PASSWORD, "login.example:443"),
                new CheckTarget.FormLogin(loginPage(), server.uri("/home"), "ada.admin", "ada-password"));
        assertThat(result).inconclusive().observed("may not be sent to");
        Assertions.assertThat(server.received()).noneMatch(each -> each.method().equals("POST"));
    }
}
