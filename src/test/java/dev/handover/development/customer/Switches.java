package dev.handover.development.customer;

import dev.handover.development.time.Slowness;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of the sample customer environment is broken at the moment. Every switch breaks one part and nothing else. Safe for
 * use by several threads.
 *
 * <p>A switch is named by {@link Part#switchName()}, or {@code connector-<id>} for one connector alone.
 */
public final class Switches {

    private static final Pattern CONNECTOR = Pattern.compile("connector-([a-z0-9-]+)");

    private final Set<Part> broken = EnumSet.noneOf(Part.class);
    private final SortedSet<String> brokenConnectors = new TreeSet<>();
    private final Slowness slowness;

    /** @param hold how long an answer takes while {@link Part#SLOW} is broken */
    Switches(Duration hold) {
        this.slowness = new Slowness(hold);
    }

    /** Breaks the part; nothing changes if it is broken already. */
    public synchronized void breakDown(Part part) {
        broken.add(part);
        slowness.set(broken.contains(Part.SLOW));
    }

    /** Mends the part; nothing changes if it works already. */
    public synchronized void mend(Part part) {
        broken.remove(part);
        slowness.set(broken.contains(Part.SLOW));
    }

    /** @throws NoSuchElementException if no switch has that name */
    public synchronized void breakDown(String name) {
        var connector = CONNECTOR.matcher(name);
        if (connector.matches()) {
            brokenConnectors.add(connector.group(1));
        } else {
            breakDown(part(name));
        }
    }

    /** @throws NoSuchElementException if no switch has that name */
    public synchronized void mend(String name) {
        var connector = CONNECTOR.matcher(name);
        if (connector.matches()) {
            brokenConnectors.remove(connector.group(1));
        } else {
            mend(part(name));
        }
    }

    /** Everything works again. */
    public synchronized void mendAll() {
        broken.clear();
        brokenConnectors.clear();
        slowness.set(false);
    }

    public synchronized boolean isBroken(Part part) {
        return broken.contains(part);
    }

    /** Whether that connector is broken, alone or with all others. */
    public synchronized boolean isConnectorBroken(String id) {
        return broken.contains(Part.CONNECTORS) || brokenConnectors.contains(id);
    }

    /** The connectors that are broken by a switch of their own. */
    synchronized SortedSet<String> brokenConnectors() {
        return new TreeSet<>(brokenConnectors);
    }

    synchronized int brokenCount() {
        return broken.size() + brokenConnectors.size();
    }

    /** {@code working} or {@code broken} by the name of the switch. */
    synchronized Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var part : Part.values()) {
            states.put(part.switchName(), broken.contains(part) ? "broken" : "working");
        }
        brokenConnectors.forEach(id -> states.put("connector-" + id, "broken"));
        return states;
    }

    /** Holds callers back while {@link Part#SLOW} is broken. */
    Slowness slowness() {
        return slowness;
    }

    private static Part part(String name) {
        return Part.of(name)
                .orElseThrow(() -> new NoSuchElementException("There is no switch \u201c" + name + "\u201d."));
    }
}
