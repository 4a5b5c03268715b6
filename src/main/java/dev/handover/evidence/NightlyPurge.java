package dev.handover.evidence;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link Retention} work at night. On every node: whichever comes first does the work. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NightlyPurge {}
