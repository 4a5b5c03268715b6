package dev.handover.checks.guard;

import java.net.URI;

/**
 * A captured copy of what an address answered.
 *
 * @param uri address that gave the answer, after redirects
 * @param status HTTP status
 * @param mediaType value of Content-Type as sent; {@code application/octet-stream} if there was none
 * @param bytes the body as it came
 * @param truncated true if the body was longer than the caller wanted, so that the copy is not the whole
 */
public record Fetched(URI uri, int status, String mediaType, byte[] bytes, boolean truncated) {}
