package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that requests send and answers must have, and places in JSON, are such that a check can use them. */
final class RequestRules implements PlanRule {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[ -~\\xA0-\\xFF]*");

    /** The guard of outgoing calls refuses these as well. */
    private static final Set<String> NOT_SENT = Set.of(
            "host",
            "cookie",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "proxy-authorization",
            "proxy-connection");

    @Override
    public void check(Part plan, Mistakes mistakes) {
        plan.field("integrations").items().forEach(each -> {
            checkExpectation(each.field("expect"), mistakes);
            refuseKeyHeader(each.field("header"), mistakes);
        });
        for (Part workflow : plan.field("workflowChecks").items()) {
            workflow.field("requests").items().forEach(request -> checkRequest(request, mistakes));
            workflow.field("cleanUp").items().forEach(request -> checkRequest(request, mistakes));
        }
    }

    private static void checkRequest(Part request, Mistakes mistakes) {
        request.field("headers").entries().forEach((name, value) -> checkSent(name, value, mistakes));
        checkExpectation(request.field("expect"), mistakes);
        if (request.field("json").isPresent() && request.field("form").isPresent()) {
            mistakes.add(
                    request.field("form"),
                    "The request sends both json and form.",
                    "Keep one of the two: a request has one body.");
        }
    }

    private static void checkSent(String name, Part value, Mistakes mistakes) {
        if (name.equalsIgnoreCase("authorization")) {
            mistakes.add(
                    value,
                    "The request says in a header who asks.",
                    "Remove it: the test user named in \"as\" signs in, with a secret that the server holds.");
        } else if (isNotSent(name)) {
            mistakes.add(
                    value,
                    "The header \"%s\" cannot be sent.".formatted(Shown.text(name)),
                    "Remove it: it is set for each request, or is no name of a header.");
        } else if (value.text().filter(text -> !VALUE.matcher(text).matches()).isPresent()) {
            mistakes.add(
                    value,
                    "The value has characters that no header carries.",
                    "Write it in letters, digits and signs of Latin-1.");
        }
    }

    private static void refuseKeyHeader(Part header, Mistakes mistakes) {
        header.text()
                .filter(name -> NOT_SENT.contains(name.toLowerCase(Locale.ROOT)))
                .ifPresent(name -> mistakes.add(
                        header,
                        "The header \"%s\" cannot carry a key.".formatted(name),
                        "Write the header that the API names."));
    }

    private static void checkExpectation(Part expect, Mistakes mistakes) {
        expect.field("headers").entries().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || name.equalsIgnoreCase("set-cookie")) {
                mistakes.add(
                        value,
                        "No header \"%s\" can be compared.".formatted(Shown.text(name)),
                        "Write the name of a header; cookies are never shown.");
            }
        });
        expect.field("json").entries().forEach((pointer, value) -> {
            if (!isPointer(pointer)) {
                mistakes.add(
                        value,
                        "\"%s\" is not a JSON pointer.".formatted(Shown.text(pointer)),
                        "Write the place with a slash before each name, for example /status.");
            }
        });
    }

    private static boolean isNotSent(String name) {
        return !NAME.matcher(name).matches() || NOT_SENT.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isPointer(String text) {
        try {
            return !JsonPointer.compile(text).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
