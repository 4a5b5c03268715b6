package dev.handover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets several people act at the same instant, each in a thread of their own. */
final class SameMoment {

    private static final long LIMIT_SECONDS = 60;

    private SameMoment() {}

    /** @return what each got, in the order of the acts */
    static <T> List<T> of(List<Callable<T>> acts) {
        var barrier = new CyclicBarrier(acts.size());
        var people = Executors.newFixedThreadPool(acts.size());
        try {
            var answers = new ArrayList<Future<T>>();
            for (var act : acts) {
                answers.add(people.submit(() -> {
                    barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var answer : answers) {
                results.add(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError("somebody got no answer", e);
        } finally {
            people.shutdownNow();
        }
    }

    /** The same act, so many times. */
    static <T> List<T> of(int times, Callable<T> act) {
        return of(Collections.nCopies(times, act));
    }
}
