package dev.handover.notice;

import dev.handover.golive.PhaseEntered;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.StandInsChanged;
import dev.handover.golive.WindowMoved;
import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an approved release window in the calendars of those who have a part in it (product E5): an invitation once it is
 * certain, a cancellation once it no longer is. Everything happens in the transaction of what is heard of, which holds the
 * go-live.
 */
@Component
class WindowInvitations {

    private final StoredInvitations stored;
    private final ReleaseWindows windows;
    private final Preferences preferences;
    private final Notices notices;
    private final Clock clock;

    WindowInvitations(
            StoredInvitations stored, ReleaseWindows windows, Preferences preferences, Notices notices, Clock clock) {
        this.stored = stored;
        this.windows = windows;
        this.preferences = preferences;
        this.notices = notices;
        this.clock = clock;
    }

    /** A window in which the customer went live has taken place; one that is over when all is undone has, too. */
    @EventListener
    void on(PhaseEntered entered) {
        var key = entered.goLive();
        switch (entered.phase()) {
            case RELEASE -> invite(key, windows.windowOf(key));
            case STABILIZATION, HANDED_OVER -> {
                // the entry stays where it is
            }
            case ROLLED_BACK -> cancel(key, invitation -> !invitation.isOver(clock.instant()));
            default -> cancel(key, invitation -> true);
        }
    }

    @EventListener
    void on(PlanChanged changed) {
        adapt(changed.goLive());
    }

    @EventListener
    void on(WindowMoved moved) {
        adapt(moved.goLive());
    }

    @EventListener
    void on(StandInsChanged changed) {
        adapt(changed.goLive());
    }

    /** Whoever comes or goes while a window is awaited is told; another window than the approved one is not certain. */
    private void adapt(GoLiveKey key) {
        var window = windows.windowOf(key);
        if (!window.awaited()) {
            return;
        }
        rows(key).stream().max(Comparator.comparing(Invitation::sequence)).ifPresent(latest -> {
            if (latest.isAbout(window)) {
                invite(key, window);
            } else {
                cancel(key, invitation -> true);
            }
        });
    }

    private void invite(GoLiveKey key, ReleaseWindow window) {
        var rows = rows(key);
        var number = next(rows);
        rows.stream()
                .filter(row -> !window.concerns(row.person()))
                .forEach(row -> cancel(key, row, number, Phrase.of("no-part-any-more")));
        for (var invitee : window.people()) {
            var row = rows.stream()
                    .filter(each -> each.person().equals(invitee.person()))
                    .findFirst()
                    .orElseGet(() -> new Invitation(key, invitee.person()));
            if (!row.holds(window)) {
                invite(key, window, invitee, row, number);
            }
        }
    }

    private void invite(GoLiveKey key, ReleaseWindow window, Invitee invitee, Invitation row, int number) {
        var manner = preferences.of(invitee.person()).mannerOf(NoticeKind.WINDOW_INVITATION);
        row.tell(window, invitee, number, manner != Manner.NEVER);
        stored.save(row);
        tell(key, NoticeKind.WINDOW_INVITATION, row, row.facts());
    }

    private void cancel(GoLiveKey key, Predicate<Invitation> which) {
        var rows = rows(key);
        var number = next(rows);
        rows.stream().filter(which).forEach(row -> cancel(key, row, number, null));
    }

    /** Who never got an invitation gets no cancellation. */
    private void cancel(GoLiveKey key, Invitation row, int number, Phrase why) {
        if (row.isCancelled()) {
            return;
        }
        var wasInvited = row.isInvited();
        row.cancel(number);
        if (wasInvited) {
            var facts = row.facts();
            tell(key, NoticeKind.WINDOW_CANCELLED, row, why == null ? facts : facts.saying(why));
        }
    }

    private void tell(GoLiveKey key, NoticeKind kind, Invitation row, Facts.Builder facts) {
        notices.tell(key, kind, List.of(row.person()), facts.build());
    }

    private List<Invitation> rows(GoLiveKey key) {
        return stored.findByGoLiveOrderByPerson(key.value());
    }

    private static int next(List<Invitation> rows) {
        return rows.stream().mapToInt(Invitation::sequence).max().orElse(-1) + 1;
    }
}
