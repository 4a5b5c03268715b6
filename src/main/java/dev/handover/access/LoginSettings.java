package dev.handover.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param localUsers whether people and programs of the own identity store may log in, by user id and password */
@ConfigurationProperties("handover.login")
record LoginSettings(@DefaultValue("true") boolean localUsers) {}
