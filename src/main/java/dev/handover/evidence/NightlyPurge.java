package dev.handover.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How much is kept and for how long; {@link Retention} works at night, on every node, and whichever comes first does it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({RetentionSettings.class, QuotaSettings.class})
class NightlyPurge {}
