package dev.handover.checks;

/** Looks at an environment and says what it shows of itself. */
@FunctionalInterface
public interface EnvironmentReader {

    /** Reads what can be read now, within the time of one check; what cannot is unknown. Never fails for the environment's sake. */
    Fingerprint read(FingerprintTarget target);
}
