package dev.handover;

import dev.handover.checks.EnvironmentReader;
import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintField;
import dev.handover.checks.FingerprintTarget;
import java.util.EnumMap;
import java.util.Map;

/** A customer's environment as a fingerprint sees it: a test changes its fields, or makes them unreadable. */
public final class TestEnvironment implements EnvironmentReader {

    private final Map<FingerprintField, String> fields = new EnumMap<>(FingerprintField.class);
    private final Map<FingerprintField, String> unreadable = new EnumMap<>(FingerprintField.class);
    private Runnable whileRead;

    public TestEnvironment() {
        restore();
    }

    /** Everything as at the beginning. */
    public void restore() {
        unreadable.clear();
        fields.clear();
        fields.put(FingerprintField.URL, "https://aurora.example/start");
        fields.put(FingerprintField.VERSION, "4.2.0");
        whileRead = () -> {};
    }

    public void change(FingerprintField field, String value) {
        fields.put(field, value);
        unreadable.remove(field);
    }

    public void makeUnreadable(FingerprintField field, String reason) {
        fields.remove(field);
        unreadable.put(field, reason);
    }

    /** Something that happens in the moment of reading. */
    public void meanwhile(Runnable act) {
        whileRead = act;
    }

    @Override
    public Fingerprint read(FingerprintTarget target) {
        whileRead.run();
        return new Fingerprint(fields, unreadable);
    }
}
