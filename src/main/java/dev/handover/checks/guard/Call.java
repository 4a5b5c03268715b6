package dev.handover.checks.guard;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request to make.
 *
 * @param uri absolute http or https address without user information
 * @param headers besides those that every call has; sent to the address's own origin only
 * @param body sent to the address's own origin only
 * @param credential sent to the address's own origin only, never along with a redirect that leaves it
 * @param session whose cookies go along to the origins that set them; null for none
 * @param followsRedirects false if the answer of this very address matters, such as a refusal
 */
public record Call(
        URI uri,
        Method method,
        List<HeaderField> headers,
        Body body,
        Credential credential,
        Session session,
        boolean followsRedirects) {

    /** What a call asks for (RFC 9110, 9.3; RFC 5789). */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    public Call {
        headers = List.copyOf(headers);
    }

    /** Asks with GET, sends nothing and follows redirects. */
    public static Call to(URI uri) {
        return new Call(uri, Method.GET, List.of(), Body.none(), Credential.none(), null, true);
    }

    public Call at(URI other) {
        return new Call(other, method, headers, body, credential, session, followsRedirects);
    }

    public Call method(Method other) {
        return new Call(uri, other, headers, body, credential, session, followsRedirects);
    }

    /**
     * Adds a header, in place of the one that every call has if it is one of these.
     *
     * @throws IllegalArgumentException if the header is not a call's to set (Host, Authorization, Cookie, Content-Length and
     *     the like), or its value has characters that no header carries
     */
    public Call header(String name, String value) {
        List<HeaderField> more = new ArrayList<>(headers);
        more.add(HeaderField.chosen(name, value));
        return new Call(uri, method, more, body, credential, session, followsRedirects);
    }

    public Call body(Body other) {
        return new Call(uri, method, headers, other, credential, session, followsRedirects);
    }

    public Call with(Credential other) {
        return new Call(uri, method, headers, body, other, session, followsRedirects);
    }

    public Call in(Session other) {
        return new Call(uri, method, headers, body, credential, other, followsRedirects);
    }

    public Call withoutRedirects() {
        return new Call(uri, method, headers, body, credential, session, false);
    }

    /** The call that a redirect to another place leads to: nothing that was meant for the first one goes along. */
    Call elsewhere(URI other) {
        return new Call(other, Method.GET, List.of(), Body.none(), Credential.none(), session, followsRedirects);
    }

    /** The call that a redirect after sending something leads to: the answer is to be fetched, not to be sent to again. */
    Call fetching(URI other) {
        return new Call(other, Method.GET, headers, Body.none(), credential, session, followsRedirects);
    }

    /** True if it changes something or carries something, so that it must not be repeated where nobody meant it to go. */
    boolean sends() {
        return method != Method.GET || !(body instanceof Body.None);
    }

    /** Names of all secrets that it carries, or that what it carries was earned with. */
    Set<String> secrets() {
        return Stream.concat(credential.secrets(), body.secrets()).collect(Collectors.toUnmodifiableSet());
    }
}
