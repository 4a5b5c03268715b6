package dev.handover.notice;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Who a letter is written for.
 *
 * @param zone that they want times in; null for that of each go-live
 */
record Reader(Locale language, ZoneId zone) {

    /** The zone times are told in to this reader. */
    ZoneId zoneOr(ZoneId ofTheGoLive) {
        return zone == null ? ofTheGoLive : zone;
    }
}
