package dev.handover.development.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * All mails that came in, whoever they are for. In memory, the newest {@link #MOST}; outlives a stop of the
 * {@link MailServer}. Safe for use by several threads.
 */
public final class Mailbox {

    static final int MOST = 1000;

    private final Clock clock;
    private final Deque<ReceivedMail> newestFirst = new ArrayDeque<>();
    private int lastNumber;

    Mailbox(Clock clock) {
        this.clock = clock;
    }

    synchronized void receive(String sender, List<String> recipients, byte[] raw) {
        newestFirst.addFirst(new ReceivedMail(++lastNumber, clock.instant(), sender, recipients, raw));
        if (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
        notifyAll();
    }

    /** All mails, newest first. */
    public synchronized List<ReceivedMail> all() {
        return List.copyOf(newestFirst);
    }

    /** The mails that went to that address, newest first. */
    public synchronized List<ReceivedMail> to(String address) {
        return newestFirst.stream().filter(mail -> mail.isFor(address)).toList();
    }

    public synchronized Optional<ReceivedMail> find(int number) {
        return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
    }

    /**
     * Waits until that many mails for one address are here.
     *
     * @param timeout longest wait, by the real time
     * @return the mails for that address, newest first; fewer than {@code count} if the time is over
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public synchronized List<ReceivedMail> await(String address, int count, Duration timeout)
            throws InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        for (var left = timeout.toNanos(); to(address).size() < count && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return to(address);
    }

    /** Number of mails by recipient, in the order of the addresses. */
    synchronized SortedMap<String, Integer> recipients() {
        var counts = new TreeMap<String, Integer>();
        newestFirst.forEach(mail -> mail.recipients().forEach(address -> counts.merge(address, 1, Integer::sum)));
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Forgets all mails; their numbers are not used again. */
    public synchronized void clear() {
        newestFirst.clear();
    }
}
