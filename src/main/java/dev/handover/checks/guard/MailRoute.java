package dev.handover.checks.guard;

import java.util.List;

/**
 * Where the mail of a domain goes (RFC 5321, 5.1).
 *
 * @param kind how the domain says so
 * @param servers names of the mail servers, the preferred first, at most {@value #MOST_SERVERS}
 * @param addresses IP addresses of the first of these that has any; empty if none has
 */
public record MailRoute(Kind kind, List<String> servers, List<String> addresses) {

    /** More mail servers than this are not looked at. */
    public static final int MOST_SERVERS = 5;

    /** How a domain says where its mail goes. */
    public enum Kind {
        /** By MX records. */
        MAIL_SERVERS,
        /** It has no MX record but an address, which then takes the mail ("implicit MX"). */
        OWN_ADDRESS,
        /** It says that it takes no mail ("null MX", RFC 7505). */
        REFUSES_MAIL,
        /** The domain exists, with neither MX record nor address. */
        NOWHERE,
        /** There is no such domain. */
        NO_SUCH_DOMAIN
    }

    static MailRoute none(Kind kind) {
        return new MailRoute(kind, List.of(), List.of());
    }
}
