package dev.handover.records;

/** Port: what reads the records back in portions, step by step, outside of anybody's request. */
public interface RecordsCheckProcess {

    /** Begins a check besides the nightly ones. */
    void start();
}
