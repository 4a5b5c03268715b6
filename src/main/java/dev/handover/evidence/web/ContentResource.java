package dev.handover.evidence.web;

import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A stored content as Spring streams it, whole or in ranges. */
class ContentResource extends AbstractResource {

    private final EvidenceStore store;
    private final Evidence evidence;

    ContentResource(EvidenceStore store, Evidence evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    @Override
    public InputStream getInputStream() {
        return store.open(evidence);
    }

    @Override
    public long contentLength() {
        return evidence.size();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "evidence " + evidence.id();
    }
}
