package dev.handover.checks.guard;

import java.util.List;
import java.util.Map;

/**
 * What a called system answered, bounded and without secrets.
 *
 * @param uri address that gave the answer, after redirects
 * @param redirects addresses passed on the way, in order; empty if there were none
 * @param address IP address that gave the answer
 * @param status HTTP status
 * @param headers by lower-case name; of repeated ones the first; without cookies
 * @param body text in UTF-8, at most 48 KB
 * @param bytes number of bytes read of the body
 * @param truncated true if the body was longer
 */
public record Answer(
        String uri,
        List<String> redirects,
        String address,
        int status,
        Map<String, String> headers,
        String body,
        int bytes,
        boolean truncated) {

    /** True for 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** True for 401 and 403: who asked was recognized as somebody who may not. */
    public boolean isRefusal() {
        return status == 401 || status == 403;
    }
}
