package dev.handover.shared;

import java.util.regex.Pattern;

/**
 * Names one go-live everywhere: addresses, mails, and the business key of every process instance.
 *
 * @param value lower-case letters, digits and hyphens, at most 80 characters, for example {@code aurora-production-3}
 */
public record GoLiveKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public GoLiveKey {
        if (value == null || value.length() > 80 || !FORM.matcher(value).matches()) {
            throw Refusal.notFound("go-live", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
