package dev.handover.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Fetches what an address answers, so that a link stays evidence when the page behind it changes or goes. */
public interface LinkCapture {

    /**
     * Opens the body that a GET of the address answers with 2xx. The caller closes it, and need not read to its end.
     *
     * @param link an http or https address with a host and without credentials
     * @throws dev.handover.shared.HandoverException {@code INVALID_INPUT} with a text for people if the address may not be
     *     reached, does not answer in time, or answers anything but 2xx
     * @throws IOException if the connection breaks
     */
    InputStream open(URI link) throws IOException;
}
