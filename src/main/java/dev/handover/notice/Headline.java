package dev.handover.notice;

import java.time.ZoneId;
import java.util.Objects;

/**
 * What identifies a go-live to people.
 *
 * @param zone zone that the customer reads times in
 */
record Headline(String title, String customer, String environment, ZoneId zone) {

    public Headline {
        title = clean(title);
        customer = clean(customer);
        environment = clean(environment);
    }

    private static String clean(String text) {
        return Objects.requireNonNullElse(MailText.line(text), "");
    }
}
