package dev.handover.checks.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificates made for the test run by the JDK's keytool, each signed by itself. */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Map<String, Certificates> MADE = new ConcurrentHashMap<>();

    private final KeyStore keyStore;

    private Certificates(KeyStore keyStore) {
        this.keyStore = keyStore;
    }

    /** For localhost and 127.0.0.1, valid for 365 days. */
    public static Certificates valid() {
        return made("valid", "san=dns:localhost,ip:127.0.0.1", "-validity", "365");
    }

    /** For localhost, valid for 9 days and some hours. */
    public static Certificates expiringSoon() {
        return made("expiring", "san=dns:localhost", "-startdate", "-1d", "-validity", "10");
    }

    /** For localhost, expired 5 days ago. */
    public static Certificates expired() {
        return made("expired", "san=dns:localhost", "-startdate", "-10d", "-validity", "5");
    }

    /** For somebody else's host. */
    public static Certificates forAnotherHost() {
        return made("another-host", "san=dns:elsewhere.example", "-validity", "365");
    }

    /** For a signature, of a system of that name, valid from then on for so many days. */
    public static Certificates ofSigner(String name, Instant from, int days) {
        var start = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss")
                .withZone(ZoneId.systemDefault()) // as keytool reads it
                .format(from);
        return MADE.computeIfAbsent(
                "%s %s %d".formatted(name, start, days),
                any -> new Certificates(
                        make(name, "ku=digitalSignature", "-startdate", start, "-validity", String.valueOf(days))));
    }

    private static Certificates made(String name, String names, String... validity) {
        return MADE.computeIfAbsent(name, any -> new Certificates(make(name, names, validity)));
    }

    private static KeyStore make(String name, String names, String... validity) {
        try {
            Path folder = Files.createTempDirectory("certificates");
            Path file = folder.resolve(name + ".p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    names,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)));
            command.addAll(Arrays.asList(validity));
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(keytool.getInputStream().readAllBytes());
            if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException(output);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server with this certificate uses. */
    public SSLContext serverContext() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate certificate() {
        try {
            return (X509Certificate) keyStore.getCertificate("server");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as it stands in XML: Base64 of DER. */
    public String base64() {
        try {
            return Base64.getEncoder().encodeToString(certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as PEM text. */
    public String pem() {
        try {
            String body = Base64.getMimeEncoder().encodeToString(certificate().getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts every certificate made here as its own authority. */
    public static X509ExtendedTrustManager trustingAll() {
        return trusting(valid(), expiringSoon(), expired(), forAnotherHost());
    }

    public static X509ExtendedTrustManager trusting(Certificates... all) {
        try {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            for (int i = 0; i < all.length; i++) {
                authorities.setCertificateEntry("authority-" + i, all[i].certificate());
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("no X.509 trust manager");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
