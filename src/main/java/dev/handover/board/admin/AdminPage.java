package dev.handover.board.admin;

import dev.handover.access.SettingsInForce.Setting;
import java.util.List;

/**
 * What belongs to no single go-live, as admins and auditors see it.
 *
 * @param gaps who is away while open go-lives need them and nobody stands in
 * @param stoodFor deputies under way or ahead
 * @param away absences under way or ahead
 * @param mails what could not be delivered
 * @param calendars those of the newest open go-lives
 * @param records what is kept, whether it is what it was, and what each signature relies on
 * @param acts what admins changed, the newest first
 */
record AdminPage(
        UserList users,
        List<GapLine> gaps,
        List<PeriodLine> stoodFor,
        List<PeriodLine> away,
        List<MailLine> mails,
        List<CalendarLine> calendars,
        List<ClosedLine> closed,
        Records records,
        List<Setting> settings,
        List<ActLine> acts) {

    /**
     * @param text what was looked for
     * @param page counted from 0
     * @param last number of the last page
     * @param provider where people are managed that log in there; null if there is none
     * @param managedHere false if all are managed there
     */
    record UserList(
            List<UserLine> lines,
            String text,
            long total,
            int page,
            long last,
            String provider,
            boolean managedHere,
            List<String> passwordRules) {}

    /** @param goLives keys of the open go-lives of that person; @param tasks that wait for them now */
    record GapLine(String who, String when, List<String> goLives, List<Task> tasks) {}

    record Task(String name, String goLive) {}

    /** @param deputy empty in an absence; @param state {@code now} or {@code planned} */
    record PeriodLine(String who, String deputy, String days, String state, String note) {}

    /**
     * A mail that was given up.
     *
     * @param userId of the recipient; null if nobody of that id is known any more
     * @param address empty if there is none
     * @param at when it was tried last
     * @param mend what to do before it is sent again
     */
    record MailLine(
            String id,
            String what,
            String goLive,
            String who,
            String userId,
            String address,
            String at,
            String reason,
            String mend) {}

    /** @param goLives how many have it; @param next days off on what would be working days */
    record CalendarLine(String zone, String hours, String holidays, long goLives, List<String> next) {}

    /** @param day ISO date, as in addresses */
    record ClosedLine(String day, String shown, String name, String by) {}

    /** @param checked the newest check of all records; null before the first has ended */
    record Records(Checked checked, List<HeldLine> held, List<RelianceLine> reliance) {}

    /** @param at when it ended; @param findings what is not as it was recorded; empty if all is */
    record Checked(long contents, long logs, long entries, String at, List<String> findings) {}

    record HeldLine(String goLive, String why, String by, String since) {}

    /** A kind of evidence. @param reliedOn of each signing role in turn, whether its approval falls with a change */
    record RelianceLine(String kind, String purpose, List<Boolean> reliedOn) {}

    record ActLine(String what, String subject, String detail, String by, String at) {}
}
