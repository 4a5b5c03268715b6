package dev.handover.board.admin;

import dev.handover.access.SettingsInForce;
import dev.handover.access.Users;
import dev.handover.audit.AdminActs;
import dev.handover.board.Times;
import dev.handover.board.admin.AdminPage.ActLine;
import dev.handover.board.admin.AdminPage.ClosedLine;
import dev.handover.board.admin.AdminPage.UserList;
import dev.handover.board.briefing.Names;
import dev.handover.golive.ClosedDays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of admins shows. It belongs to no customer, so times are told in UTC. */
@Component
class AdminPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final int USERS = 20;
    private static final int ACTS = 50;

    private final Users users;
    private final PeriodLines periods;
    private final MailLines mails;
    private final CalendarLines calendars;
    private final ClosedDays closedDays;
    private final RecordLines records;
    private final SettingsInForce settings;
    private final AdminActs acts;
    private final Names names;

    AdminPages(
            Users users,
            PeriodLines periods,
            MailLines mails,
            CalendarLines calendars,
            ClosedDays closedDays,
            RecordLines records,
            SettingsInForce settings,
            AdminActs acts,
            Names names) {
        this.users = users;
        this.periods = periods;
        this.mails = mails;
        this.calendars = calendars;
        this.closedDays = closedDays;
        this.records = records;
        this.settings = settings;
        this.acts = acts;
        this.names = names;
    }

    /** @param text part of a user's id, name or address; @param page of users, counted from 0 */
    @Transactional(readOnly = true)
    AdminPage of(String text, int page) {
        return new AdminPage(
                users(text, page),
                periods.gaps(),
                periods.stoodFor(),
                periods.away(),
                mails.newest(),
                calendars.ofOpenGoLives(),
                closedDays.all().stream().map(this::closed).toList(),
                records.all(),
                settings.all(),
                acts.newest(ACTS).stream().map(this::act).toList());
    }

    private UserList users(String text, int page) {
        var found = users.find(text, page, USERS);
        return new UserList(
                found.accounts().stream()
                        .map(account -> UserLine.of(account, Times.UTC))
                        .toList(),
                text == null ? "" : text,
                found.total(),
                page,
                Math.max(0, (found.total() - 1) / USERS),
                users.provider(),
                users.areManagedHere(),
                users.passwordRules());
    }

    private ClosedLine closed(ClosedDays.ClosedDay day) {
        return new ClosedLine(day.day().toString(), shown(day.day()), day.name(), names.of(day.addedBy()));
    }

    private ActLine act(AdminActs.AdminAct act) {
        return new ActLine(
                act.words(), act.subject(), act.detail(), names.of(act.actor()), Times.UTC.showWithZone(act.at()));
    }

    static String shown(LocalDate day) {
        return DAY.format(day);
    }
}
