package dev.handover.evidence;

import dev.handover.shared.Refusal;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** What an address must be like before anybody tries to reach it. Which hosts may be reached is for {@link LinkCapture}. */
final class Links {

    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Links() {}

    /** @throws Refusal (invalid input) with what is wrong and what to do */
    static URI requireCapturable(URI link) {
        if (link == null
                || link.getScheme() == null
                || !SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT))) {
            throw Refusal.invalidInput(
                    "A link starts with http:// or https://. Anything else can be attached as a file.");
        }
        if (link.getHost() == null) {
            throw Refusal.invalidInput("The link names no host. Copy the whole address from the browser.");
        }
        if (link.getRawUserInfo() != null) {
            throw Refusal.invalidInput(
                    "The link has a user name or password in it. Take it out; evidence never holds a secret.");
        }
        if (link.toString().length() > LONGEST) {
            throw Refusal.invalidInput(
                    "The link has more than %d characters. Attach what it shows as a file.".formatted(LONGEST));
        }
        return link;
    }

    /** Last part of the path, or the host. */
    static String fileName(URI link) {
        var path = link.getPath() == null ? "" : link.getPath();
        var last = path.substring(path.lastIndexOf('/') + 1);
        return CleanText.fileName(last.isBlank() ? link.getHost() : last);
    }
}
