package dev.handover.process;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells everybody in a go-live what has happened to it. What it says is taken from where the act is on record, and of the words
 * there only what a person wrote.
 */
@Component
class HandoffNotices {

    private final Notices notices;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final Release release;
    private final WindowProposals proposals;

    HandoffNotices(
            Notices notices, GoLiveRegister register, Timeline timeline, Release release, WindowProposals proposals) {
        this.notices = notices;
        this.register = register;
        this.timeline = timeline;
        this.release = release;
        this.proposals = proposals;
    }

    @EventListener
    void on(PlanChanged changed) {
        var key = changed.goLive();
        var facts = about(register.get(key))
                .at(last(key).at())
                .by(changed.by())
                .pointing(changed.change().said());
        tell(key, NoticeKind.PLAN_CHANGED, facts);
    }

    void withdrawn(GoLiveKey key) {
        tell(key, NoticeKind.WITHDRAWN, lastByAPerson(key));
    }

    void live(GoLiveKey key) {
        tell(key, NoticeKind.LIVE, inWindow(key));
    }

    void paused(GoLiveKey key) {
        tell(key, NoticeKind.PAUSED, inWindow(key));
    }

    void resumed(GoLiveKey key) {
        tell(key, NoticeKind.RESUMED, inWindow(key));
    }

    void windowMissed(GoLiveKey key) {
        tellLost(key, NoticeKind.MISSED_WINDOW);
    }

    void windowReleased(GoLiveKey key) {
        tellLost(key, NoticeKind.WINDOW_RELEASED);
    }

    void rolledBackInWindow(GoLiveKey key) {
        tell(key, NoticeKind.ROLLED_BACK, inWindow(key));
    }

    void rolledBack(GoLiveKey key) {
        tell(key, NoticeKind.ROLLED_BACK, lastByAPerson(key));
    }

    void handedOver(GoLiveKey key) {
        tell(key, NoticeKind.HANDED_OVER, lastByAPerson(key));
    }

    /** A window that was lost, by nobody's word, with the next that could be had. */
    private void tellLost(GoLiveKey key, NoticeKind kind) {
        var facts = about(register.get(key)).at(release.lastAct(key).decidedAt());
        proposals.said(key).ifPresent(facts::saying);
        tell(key, kind, facts);
    }

    private void tell(GoLiveKey key, NoticeKind kind, Facts.Builder facts) {
        notices.tell(key, kind, everybody(key), facts.build());
    }

    private Facts.Builder inWindow(GoLiveKey key) {
        var last = release.lastAct(key);
        return about(register.get(key))
                .by(last.decidedBy())
                .because(last.reason())
                .at(last.decidedAt());
    }

    private Facts.Builder lastByAPerson(GoLiveKey key) {
        var last = timeline.of(key).stream()
                .filter(entry -> !Timeline.SYSTEM.equals(entry.actor()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("somebody submitted the plan"));
        return about(register.get(key)).by(last.actor()).because(last.detail()).at(last.at());
    }

    /** The length of the timeline tells one act from the next of its kind. */
    private Facts.Builder about(GoLive goLive) {
        return Facts.about("act-" + timeline.of(goLive.key()).size())
                .from(goLive.windowStart())
                .until(goLive.windowEnd())
                .in(goLive.zone());
    }

    private TimelineEntry last(GoLiveKey key) {
        var entries = timeline.of(key);
        return entries.get(entries.size() - 1);
    }

    private List<String> everybody(GoLiveKey key) {
        return register.people(key).stream().map(Participant::userId).distinct().toList();
    }
}
