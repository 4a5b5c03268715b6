package dev.handover.board.golive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many checks stand how. */
record Counts(Map<Standing, Integer> of) {

    /** One part of the summary bar. */
    record Share(Standing standing, int count) {

        public String words() {
            return count + " " + standing.word();
        }
    }

    static Counts count(Collection<Standing> standings) {
        var counted = new EnumMap<Standing, Integer>(Standing.class);
        standings.forEach(standing -> counted.merge(standing, 1, Integer::sum));
        return new Counts(counted);
    }

    static Counts sum(Collection<Counts> parts) {
        var sum = new EnumMap<Standing, Integer>(Standing.class);
        parts.forEach(part -> part.of().forEach((standing, count) -> sum.merge(standing, count, Integer::sum)));
        return new Counts(sum);
    }

    public int get(Standing standing) {
        return of.getOrDefault(standing, 0);
    }

    public int total() {
        return of.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What there is any of, worst first. */
    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        for (var standing : Standing.values()) {
            if (get(standing) > 0) {
                shares.add(new Share(standing, get(standing)));
            }
        }
        return shares;
    }

    /** What keeps the step from passing, in words, for example {@code 2 checks failed, 1 could not run}; empty if nothing does. */
    String troubles() {
        var words = shares().stream()
                .filter(share -> share.standing() == Standing.FAILED || share.standing() == Standing.COULD_NOT_RUN)
                .map(Share::words)
                .toList();
        return words.isEmpty() ? "" : "checks: " + String.join(", ", words);
    }
}
