package dev.handover.evidence;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.HostNotAllowed;
import dev.handover.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Captures links through the one guarded way out, so that a link reaches no further than a check does. */
@Component
class GuardedLinkCapture implements LinkCapture {

    private final GuardedClient client;
    private final EvidenceSettings settings;

    GuardedLinkCapture(GuardedClient client, EvidenceSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public InputStream open(URI link) {
        try {
            var limit = Math.toIntExact(settings.maxFileSize().toBytes());
            var copy = client.fetch(link, limit);
            if (copy.status() / 100 != 2) {
                throw Refusal.invalidInput(
                        "%s answers %d, so there is nothing to keep. Give an address that can be read, or attach a file."
                                .formatted(link.getHost(), copy.status()));
            }
            if (copy.truncated()) {
                throw Refusal.tooLarge(
                        "What %s answers is larger than %d MB; attach the part that proves something as a file."
                                .formatted(
                                        link.getHost(), settings.maxFileSize().toMegabytes()));
            }
            return new ByteArrayInputStream(copy.bytes());
        } catch (HostNotAllowed e) {
            // Says which host it was: with a redirect it is another one than the link names.
            throw Refusal.invalidInput("%s Or attach what the link shows as a file.".formatted(e.getMessage()));
        } catch (CallFailed e) {
            throw Refusal.invalidInput(
                    "%s does not answer: %s. Try again, or attach a file.".formatted(link.getHost(), e.getMessage()));
        }
    }
}
