package dev.handover.checks.guard;

import java.util.regex.Pattern;

/**
 * A question to a PostgreSQL database. There is no address and no parameter of the driver in it on purpose: either could
 * make the driver load classes, read files or connect elsewhere.
 *
 * @param name of the database
 * @param secret name of the secret that holds the account's password
 * @param statement see {@link #isSingleSelect}
 */
public record DatabaseQuery(String host, int port, String name, String account, String secret, String statement) {

    private static final Pattern SINGLE_SELECT = Pattern.compile("(?is)\\s*(select|with)\\b[^;]*");

    /**
     * True for one statement that begins with {@code select} or {@code with}. The driver takes a semicolon for the end of a
     * statement and would run what follows as well, outside the read-only transaction if that is ended; so there must be
     * none, not even in a text.
     */
    public static boolean isSingleSelect(String statement) {
        return SINGLE_SELECT.matcher(statement).matches();
    }
}
