package dev.handover.development.customer;

import dev.handover.development.http.Handler;
import dev.handover.development.http.Request;
import dev.handover.development.http.Routes;
import dev.handover.development.http.Site;
import dev.handover.development.http.Templates;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The production environment of the made-up customer Aurora Works: a small product with everything that checks look at,
 * over real HTTP. Each part can be broken and mended, by {@link #switches()} or on the page {@code /switches}.
 *
 * <p>For tests: {@code new SampleCustomerEnvironment(clock).start(0)}; close it afterwards. All ages it tells (backup, last
 * success of a job) are relative to its clock.
 */
public final class SampleCustomerEnvironment implements AutoCloseable {

    private static final Duration SLOW_ANSWER = Duration.ofSeconds(20);

    private final Clock clock;
    private final Switches switches;
    private Site site;

    public SampleCustomerEnvironment(Clock clock) {
        this(clock, SLOW_ANSWER);
    }

    /** @param slowAnswer how long an answer takes while {@link Part#SLOW} is broken */
    public SampleCustomerEnvironment(Clock clock, Duration slowAnswer) {
        this.clock = clock;
        this.switches = new Switches(slowAnswer);
    }

    /** Starts on the loopback interface only. */
    public SampleCustomerEnvironment start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Starts listening.
     *
     * @param address port 0 for any free port
     * @return this
     * @throws IllegalStateException if it runs already, or the port is in use
     */
    public synchronized SampleCustomerEnvironment start(InetSocketAddress address) {
        if (site != null) {
            throw new IllegalStateException("the sample customer environment runs already");
        }
        site = Site.open("sample customer environment", address, paced(routes()));
        return this;
    }

    /** Stops listening; everything works again after the next start. Does nothing if it does not run. */
    @Override
    public synchronized void close() {
        if (site != null) {
            switches.mendAll();
            site.close();
            site = null;
        }
    }

    /** @throws IllegalStateException if it does not run */
    public synchronized int port() {
        return running().port();
    }

    /**
     * Where it is reached, for example {@code http://localhost:8090}; no slash at the end.
     *
     * @throws IllegalStateException if it does not run
     */
    public synchronized URI baseUrl() {
        return running().url();
    }

    /** What is broken, to be changed at any time. */
    public Switches switches() {
        return switches;
    }

    private Site running() {
        if (site == null) {
            throw new IllegalStateException("the sample customer environment does not run: start it first");
        }
        return site;
    }

    private Routes routes() {
        var routes = new Routes();
        var templates = new Templates();
        var identityProvider = new IdentityProvider(clock, switches, this::baseUrl);
        var loginForm = new LoginForm(switches, templates);
        var product = new ProductApi(clock, switches, identityProvider, loginForm);
        routes.get("/", request -> templates.page("product", Map.of("environment", product.environment())));
        product.addTo(routes);
        identityProvider.addTo(routes);
        loginForm.addTo(routes);
        new SamlProvider(clock, switches, this::baseUrl).addTo(routes);
        new Integrations(clock, switches).addTo(routes);
        new Operations(clock, switches).addTo(routes);
        new SwitchBoard(switches, new TimeMachine(clock), templates, this::baseUrl).addTo(routes);
        return routes;
    }

    /** The page of switches is never slow, or nobody could switch the slowness off. */
    private Handler paced(Handler handler) {
        return request -> {
            if (!isSwitchBoard(request)) {
                switches.slowness().pass();
            }
            return handler.answer(request);
        };
    }

    private static boolean isSwitchBoard(Request request) {
        return request.path().equals("/switches") || request.path().startsWith("/switches/");
    }
}
