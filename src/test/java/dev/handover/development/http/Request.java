package dev.handover.development.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request: body read, parameters decoded. A parameter that is given twice counts with its first value. */
public final class Request {

    /** An account and its password as sent by HTTP Basic (RFC 7617). */
    public record Credentials(String account, String password) {}

    /** Longest body in bytes. */
    static final int LONGEST_BODY = 1 << 20;

    private final HttpExchange exchange;
    private final byte[] body;
    private final Map<String, String> variables;

    private Request(HttpExchange exchange, byte[] body, Map<String, String> variables) {
        this.exchange = exchange;
        this.body = body;
        this.variables = variables;
    }

    /** @throws BadRequest if the body is larger than one mebibyte */
    static Request read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new BadRequest("The body is larger than one mebibyte.");
        }
        return new Request(exchange, body, Map.of());
    }

    Request withVariables(Map<String, String> found) {
        return new Request(exchange, body, found);
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The part of the path that the route names so. */
    public String variable(String name) {
        return variables.get(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A parameter of the address; empty if it is missing or blank. */
    public Optional<String> query(String name) {
        return parameter(exchange.getRequestURI().getRawQuery(), name);
    }

    /** A field of a form sent as {@code application/x-www-form-urlencoded}; empty if it is missing or blank. */
    public Optional<String> form(String name) {
        return parameter(new String(body, StandardCharsets.UTF_8), name);
    }

    /** @throws BadRequest if the body is not JSON */
    public JsonNode json() throws IOException {
        try {
            return Response.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body is not JSON.");
        }
    }

    /** Whether the caller would rather have JSON than a page. */
    public boolean wantsJson() {
        return header("Accept")
                .filter(accept -> accept.contains("application/json"))
                .isPresent();
    }

    public Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(all -> Arrays.stream(all.split(";\\s*")))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    public Optional<String> bearerToken() {
        return authorization("Bearer ");
    }

    public Optional<Credentials> basicCredentials() {
        try {
            return authorization("Basic ")
                    .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                    .filter(decoded -> decoded.contains(":"))
                    .map(decoded -> decoded.split(":", 2))
                    .map(parts -> new Credentials(parts[0], parts[1]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether a page of another site made the browser send this. */
    boolean isFromElsewhere() {
        var host = header("Host").orElse("");
        return header("Origin").filter(origin -> !origin.endsWith("://" + host)).isPresent();
    }

    private Optional<String> authorization(String scheme) {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    private static Optional<String> parameter(String encoded, String name) {
        return Optional.ofNullable(parse(encoded).get(name)).filter(value -> !value.isBlank());
    }

    private static Map<String, String> parse(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (var pair : encoded.split("&")) {
            var parts = pair.split("=", 2);
            parameters.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("A parameter is not percent-encoded correctly.");
        }
    }
}
