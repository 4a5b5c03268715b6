package dev.handover.process;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOffRound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everybody in a go-live what has happened to it. What it says is taken from the timeline, where the act is on record. */
@Component
class HandoffNotices {

    private final Notices notices;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final WindowProposals proposals;
    private final SignOffRound round;

    HandoffNotices(
            Notices notices,
            GoLiveRegister register,
            Timeline timeline,
            WindowProposals proposals,
            SignOffRound round) {
        this.notices = notices;
        this.register = register;
        this.timeline = timeline;
        this.proposals = proposals;
        this.round = round;
    }

    void withdrawn(GoLiveKey key) {
        tellAll(key, NoticeKind.WITHDRAWN);
    }

    void planChanged(GoLiveKey key) {
        tellAll(key, NoticeKind.PLAN_CHANGED);
    }

    void live(GoLiveKey key) {
        tellAll(key, NoticeKind.LIVE);
    }

    void paused(GoLiveKey key) {
        tellAll(key, NoticeKind.PAUSED);
    }

    void resumed(GoLiveKey key) {
        tellAll(key, NoticeKind.RESUMED);
    }

    void windowMissed(GoLiveKey key) {
        tellLost(key, NoticeKind.MISSED_WINDOW);
    }

    void windowReleased(GoLiveKey key) {
        tellLost(key, NoticeKind.WINDOW_RELEASED);
    }

    void rolledBack(GoLiveKey key) {
        tellAll(key, NoticeKind.ROLLED_BACK);
    }

    void handedOver(GoLiveKey key) {
        tellAll(key, NoticeKind.HANDED_OVER);
    }

    /** Tells those whose signature no longer stands, with what it was before and is now. */
    void signOffsReopened(GoLiveKey key, List<Role> roles) {
        var goLive = register.get(key);
        var subject = "act-" + timeline.of(key).size();
        roles.forEach(role -> register.holder(key, role)
                .ifPresent(holder -> notices.tell(
                        key,
                        NoticeKind.SIGN_OFF_REOPENED,
                        List.of(holder),
                        Facts.about(subject)
                                .listing(round.outdatedBecause(key, role))
                                .in(goLive.zone())
                                .build())));
    }

    /** A window that was lost, with the next that could be had. */
    private void tellLost(GoLiveKey key, NoticeKind kind) {
        var facts = lastAct(register.get(key));
        proposals.inWords(key).ifPresent(facts::asking);
        notices.tell(key, kind, everybody(key), facts.build());
    }

    private void tellAll(GoLiveKey key, NoticeKind kind) {
        notices.tell(key, kind, everybody(key), lastAct(register.get(key)).build());
    }

    /** The length of the timeline tells one act from the next of its kind. */
    private Facts.Builder lastAct(GoLive goLive) {
        var entries = timeline.of(goLive.key());
        var last = lastByAPerson(entries);
        return Facts.about("act-" + entries.size())
                .by(last.actor())
                .because(last.detail())
                .at(last.at())
                .from(goLive.windowStart())
                .until(goLive.windowEnd())
                .in(goLive.zone());
    }

    private static TimelineEntry lastByAPerson(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> !Timeline.SYSTEM.equals(entry.actor()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("somebody submitted the plan"));
    }

    private List<String> everybody(GoLiveKey key) {
        return register.people(key).stream().map(Participant::userId).distinct().toList();
    }
}
