package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import dev.handover.checks.guard.Call;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One request of a scripted workflow. {@code {name}} in the address behind the host, in texts of the JSON, in the form and in
 * headers stands for a value that an earlier request kept; it is the only substitution, and never evaluated.
 *
 * @param name for people
 * @param url http or https; no {@code {name}} in the host
 * @param json body as JSON text; null for none
 * @param form fields of the body; empty for none
 * @param keep by name, the JSON pointer to a value of the answer that later requests use
 */
public record WorkflowRequest(
        String name,
        Call.Method method,
        String url,
        Map<String, String> headers,
        String json,
        Map<String, String> form,
        Assertions expect,
        Map<String, String> keep) {

    private static final Pattern FORM = Pattern.compile("https?://[^/?#{}]+([/?][^#]*)?", Pattern.CASE_INSENSITIVE);

    public WorkflowRequest {
        requireNonNull(name, "name");
        requireNonNull(method, "method");
        requireNonNull(expect, "expect");
        headers = Map.copyOf(headers);
        form = Map.copyOf(form);
        keep = Map.copyOf(keep);
        if (!FORM.matcher(url).matches()) {
            throw new IllegalArgumentException("the host of a request is written out");
        }
    }

    /** The address with any value in place of what is kept, to tell the host by. */
    URI sampleAddress() {
        return URI.create(KeptValues.NAME.matcher(url).replaceAll("x"));
    }
}
