package dev.handover.checks.guard;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.boot.ssl.SslBundle;

/**
 * Which certificates are trusted, and how this application identifies itself where a server wants that.
 *
 * @param keys none for the Java platform's trust
 */
record Trust(KeyManager[] keys, X509ExtendedTrustManager authorities) {

    /** The Java platform's trust store. */
    static Trust ofPlatform() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new Trust(new KeyManager[0], authorities(factory.getTrustManagers()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform has no usable trust store", e);
        }
    }

    static Trust of(SslBundle bundle) {
        return new Trust(
                bundle.getManagers().getKeyManagers(),
                authorities(bundle.getManagers().getTrustManagers()));
    }

    private static X509ExtendedTrustManager authorities(TrustManager[] managers) {
        return Arrays.stream(managers)
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no X.509 trust manager"));
    }

    SSLSocketFactory sockets() {
        return sockets(authorities);
    }

    /** @param judge decides in place of the authorities */
    SSLSocketFactory sockets(X509ExtendedTrustManager judge) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {judge}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }
}
