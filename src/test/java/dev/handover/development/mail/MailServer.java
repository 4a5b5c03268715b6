package dev.handover.development.mail;

import com.icegreen.greenmail.util.ServerSetup;
import dev.handover.development.time.Slowness;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;

/**
 * The SMTP server of the development environment: takes every mail for everybody and delivers none. It can be taken down,
 * so that it refuses connections, and made slow, so that senders give up on it; what it has taken stays in the
 * {@link #mailbox()}.
 *
 * <p>For tests: {@code new MailServer(clock).start(0)}; close it afterwards.
 */
public final class MailServer implements AutoCloseable {

    private static final Duration SLOW_GREETING = Duration.ofSeconds(20);
    private static final long START_UP_MILLIS = 10_000;

    private final Mailbox mailbox;
    private final Slowness slowness;
    private InetSocketAddress address;
    private ReceivingSmtpServer smtp;

    public MailServer(Clock clock) {
        this(clock, SLOW_GREETING);
    }

    /** @param slowGreeting how long a sender waits for the first line while the server is slow */
    public MailServer(Clock clock, Duration slowGreeting) {
        this.mailbox = new Mailbox(clock);
        this.slowness = new Slowness(slowGreeting);
    }

    /** Starts on the loopback interface only. */
    public MailServer start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Starts listening.
     *
     * @param on port 0 for any free port; the same port is used when it comes up again
     * @return this
     * @throws IllegalStateException if it runs already, or the port is in use
     */
    public synchronized MailServer start(InetSocketAddress on) {
        if (address != null) {
            throw new IllegalStateException("the mail server runs already");
        }
        smtp = open(on);
        address = new InetSocketAddress(on.getAddress(), smtp.getPort());
        return this;
    }

    /** Takes the server down: connections are refused. Nothing changes if it is down. */
    public synchronized void takeDown() {
        if (smtp != null) {
            smtp.stopService();
            smtp = null;
        }
    }

    /**
     * Brings the server up again, on the port it had. Nothing changes if it is up.
     *
     * @throws IllegalStateException if it was never started, or its port is in use by now
     */
    public synchronized void bringUp() {
        if (address == null) {
            throw new IllegalStateException("the mail server was not started");
        }
        if (smtp == null) {
            smtp = open(address);
        }
    }

    /** While slow, a sender is greeted late; senders with a shorter timeout give up before a mail is handed over. */
    public void setSlow(boolean slow) {
        slowness.set(slow);
    }

    public boolean isSlow() {
        return slowness.isOn();
    }

    public synchronized boolean isUp() {
        return smtp != null;
    }

    /** @throws IllegalStateException if it was never started */
    public synchronized int port() {
        if (address == null) {
            throw new IllegalStateException("the mail server was not started");
        }
        return address.getPort();
    }

    /** What has come in; stays readable when the server is down or closed. */
    public Mailbox mailbox() {
        return mailbox;
    }

    Slowness slowness() {
        return slowness;
    }

    @Override
    public synchronized void close() {
        slowness.set(false);
        takeDown();
        address = null;
    }

    private ReceivingSmtpServer open(InetSocketAddress on) {
        var setup = new ServerSetup(on.getPort(), on.getAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        var server = new ReceivingSmtpServer(setup, mailbox, slowness);
        server.startService();
        try {
            if (!server.waitTillRunning(START_UP_MILLIS)) {
                throw new IllegalStateException(
                        "the mail server cannot listen on %s: stop what uses that port, or choose another"
                                .formatted(on));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mail server started", e);
        }
        return server;
    }
}
