package dev.handover.checks.guard;

import dev.handover.checks.guard.LimitedInput.LimitReached;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in words why a call got no answer. */
final class CallFaults {

    private CallFaults() {}

    static String explain(Exception failure, TimeLimit limit) {
        if (limit.isOver()) {
            return "no complete answer within " + seconds(limit.length());
        }
        if (failure instanceof SocketTimeoutException) {
            return "no connection in time";
        }
        if (failure instanceof ConnectException) {
            return "connection refused";
        }
        if (failure instanceof NoRouteToHostException) {
            return "no route to the host";
        }
        if (failure instanceof SSLException) {
            return TlsFaults.explain(failure);
        }
        return explainAnswer(failure);
    }

    private static String explainAnswer(Exception failure) {
        if (failure instanceof LimitReached) {
            return "the head of the answer is too long";
        }
        if (failure instanceof NoHttpResponseException || failure instanceof ConnectionClosedException) {
            return "the connection was closed before the answer was complete";
        }
        if (failure instanceof SocketException) {
            return "the connection was reset";
        }
        if (failure instanceof HttpException || failure instanceof IllegalArgumentException) {
            return "the answer is not HTTP";
        }
        return "the connection broke off";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
