package dev.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who calls the application over HTTP, like a browser (with cookies, by {@link #logIn}) or like a program (by
 * {@link #withPassword}). Follows no redirects.
 */
public final class Web {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers;

    private Web(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** A browser that nobody has logged in with yet, on the application at that port. */
    public static Web browser(int port) {
        return new Web("http://localhost:" + port, Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"));
    }

    /** A program without credentials. */
    public static Web program(int port) {
        return new Web("http://localhost:" + port, Map.of());
    }

    /** A program that sends user id and password with each call (HTTP Basic). */
    public static Web withPassword(int port, String userId, String password) {
        var credentials =
                Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Web("http://localhost:" + port, Map.of("Authorization", "Basic " + credentials));
    }

    /** Sends the login form. */
    public Answer logIn(String userId, String password) {
        return form("/login", Map.of("username", userId, "password", password, "_csrf", tokenOn("/login")));
    }

    /** The token in a form of the page. */
    public String tokenOn(String page) {
        var matcher = TOKEN.matcher(page(page).body());
        if (!matcher.find()) {
            throw new AssertionError("no token on " + page);
        }
        return matcher.group(1);
    }

    /** Follows a link, as a browser does for a person; {@link #get(String)} is what a script of a page does. */
    public Answer page(String path) {
        return get(path, Map.of("Accept", "text/html", "Sec-Fetch-Mode", "navigate"));
    }

    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    public Answer get(String path, Map<String, String> more) {
        return call("GET", path, null, more);
    }

    public Answer form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    public Answer json(String method, String path, String body) {
        return json(method, path, body, Map.of());
    }

    public Answer json(String method, String path, String body, Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("Content-Type", "application/json");
        return call(method, path, body, all);
    }

    /** @param body null for none */
    public Answer call(String method, String path, String body, Map<String, String> more) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Value of a cookie the browser holds. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** What the application answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + response.body(), e);
            }
        }

        /** The first header of that name, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }
    }
}
