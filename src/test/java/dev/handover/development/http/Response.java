package dev.handover.development.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status HTTP status code
 * @param headers by name; {@code Content-Type} among them if there is a body
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    /** Keys in order, so that the same content has the same bytes in every run. */
    static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** A page may have its own style and send its own forms, and nothing else: no script, nothing from elsewhere. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
            + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of(), body)
                .with("Content-Type", contentType)
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response page(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", PAGE_POLICY)
                .with("Referrer-Policy", "same-origin");
    }

    public static Response json(Object value) {
        return json(200, value);
    }

    public static Response json(int status, Object value) {
        try {
            return of(status, "application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    /** A problem as of RFC 9457. */
    public static Response problem(int status, String detail) {
        var members = new LinkedHashMap<String, Object>();
        members.put("status", status);
        members.put("detail", detail);
        return json(status, members).with("Content-Type", "application/problem+json");
    }

    /** After a form: go on by GET at that address. */
    public static Response seeOther(String location) {
        return empty(303).with("Location", location);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** The same with one more header, or with another value of it. */
    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
