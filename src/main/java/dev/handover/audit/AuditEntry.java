package dev.handover.audit;

import dev.handover.shared.CanonicalJson;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.HashMap;

/**
 * One entry of the audit log, as it is stored. Never changed.
 *
 * @param id number of the row; no part of what the entry proves
 * @param at to the microsecond
 * @param origin address that the request came from, or {@link Origin#JOB}
 */
public record AuditEntry(long id, GoLiveKey goLive, Instant at, Kind kind, Act act, String origin) {

    /** Why there is an entry. */
    public enum Kind implements Slugged {
        /** Somebody did something. */
        ACT,
        /** Somebody was shown what they decide on, or a record. */
        SHOWN,
        /** Somebody tried what they may not, or decided on what is no longer there. Nothing happened. */
        REFUSED
    }

    /**
     * What proves this entry and all before it: SHA-256 of the entry, with the hash of the one before, as canonical JSON (RFC 8785).
     * The place in the chain is no part of it, since {@code previous} says it.
     *
     * @param previous hash of the entry before, or {@link #genesis}
     */
    public Digest hash(String previous) {
        var content = new HashMap<String, Object>();
        content.put("goLive", goLive.value());
        content.put("at", at.toString());
        content.put("kind", kind.slug());
        content.put("actor", act.actor());
        content.put("onBehalfOf", act.onBehalfOf());
        content.put("words", act.words());
        content.put("detail", act.detail());
        content.put("manifest", act.manifest() == null ? null : act.manifest().sha256());
        content.put("origin", origin);
        content.put("previous", previous);
        return Digest.of(CanonicalJson.of(content));
    }

    /** What the first entry of a go-live follows, so that no chain can stand in for another. */
    public static Digest genesis(GoLiveKey goLive) {
        return Digest.of("handover audit log of " + goLive.value());
    }
}
