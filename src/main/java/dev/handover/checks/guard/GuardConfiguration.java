package dev.handover.checks.guard;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the client together from the settings. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    /** @throws IllegalStateException if the settings name an SSL bundle and there is none */
    @Bean
    GuardedClient guardedClient(GuardProperties properties, Secrets secrets, ObjectProvider<SslBundles> bundles) {
        Trust trust = properties.sslBundle() == null
                ? Trust.ofPlatform()
                : Trust.of(bundles.getObject().getBundle(properties.sslBundle()));
        return new GuardedClient(properties, secrets, trust, NameLookup.Names.SYSTEM);
    }
}
