package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.evidence.Evidence;
import dev.handover.signoff.Condition;
import dev.handover.signoff.ConditionLedger;
import dev.handover.signoff.RejectedItems;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who signed what, in every round, and on which conditions. */
@Component
@Order(6)
class SignOffsChapter implements ChapterWriter {

    private final SignOffRound round;
    private final ConditionLedger ledger;
    private final RejectedItems rejected;

    SignOffsChapter(SignOffRound round, ConditionLedger ledger, RejectedItems rejected) {
        this.round = round;
        this.ledger = ledger;
        this.rejected = rejected;
    }

    @Override
    public Chapter write(Subject subject) {
        var signOffs = round.of(subject.key());
        return Chapter.titled("sign-offs", "Sign-offs")
                .lead(
                        "A signature stands for exactly the evidence whose manifest it names; the manifests are printed word for word in the last chapter."
                                + " A signature whose evidence changed is outdated and was asked for again.")
                .table(
                        "",
                        List.of(
                                Head.of("Role", 20),
                                Head.of("Decision", 25),
                                Head.of("By", 25),
                                Head.of("What was shown", 30)),
                        signOffs.stream().map(each -> row(subject, each)).toList(),
                        "No signature was asked for yet.")
                .heading("Conditions")
                .table(
                        "",
                        List.of(
                                Head.of("Condition", 35),
                                Head.of("Asked for by", 20),
                                Head.of("To be met by", 20),
                                Head.of("State", 25)),
                        ledger.of(subject.key()).stream()
                                .map(each -> condition(subject, each))
                                .toList(),
                        "Nobody signed on conditions.")
                .write();
    }

    private List<Cell> row(Subject subject, SignOff signOff) {
        return List.of(
                Cell.strong(signOff.role().title()).with("round %d".formatted(signOff.round())),
                Cell.badge(decision(signOff), tone(signOff.state())).with(words(signOff)),
                subject.act(signOff.acting(), signOff.decidedAt()),
                shown(signOff));
    }

    private String words(SignOff signOff) {
        var lines = new ArrayList<String>();
        if (signOff.rejectedStep() != null) {
            lines.add("Back to: " + signOff.rejectedStep().title());
        }
        if (signOff.reason() != null) {
            lines.add(signOff.reason());
        }
        rejected.of(signOff).stream().map(Evidence::title).forEach(title -> lines.add("Evidence concerned: " + title));
        lines.addAll(signOff.outdatedBecause());
        return String.join("\n", lines);
    }

    static String decision(SignOff signOff) {
        return switch (signOff.state()) {
            case PENDING -> "Asked for";
            case APPROVED -> signOff.conditions().isEmpty() ? "Approved" : "Approved on conditions";
            case REJECTED -> "Rejected";
            case OUTDATED -> "Outdated";
        };
    }

    /** The manifest, which the last chapter prints in full. */
    static Cell shown(SignOff signOff) {
        return signOff.manifest() == null
                ? Cell.nothing()
                : Cell.of(signOff.manifest()).in(Cell.Form.DIGEST).to(DocumentsChapter.anchor(signOff.manifest()));
    }

    private static Tone tone(SignOff.State state) {
        return switch (state) {
            case APPROVED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case PENDING -> Tone.CAUTION;
            case OUTDATED -> Tone.QUIET;
        };
    }

    private static List<Cell> condition(Subject subject, ConditionLedger.Entry entry) {
        var condition = entry.condition();
        return List.of(
                Cell.strong(condition.text()),
                Cell.of(condition.signOff().role().title()).with(subject.person(condition.setBy())),
                Cell.of(condition.owner().title())
                        .with("%s; due %s, expires %s"
                                .formatted(
                                        subject.person(entry.owner()),
                                        subject.times().show(condition.due()),
                                        subject.times().show(condition.expires()))),
                settled(subject, entry));
    }

    private static Cell settled(Subject subject, ConditionLedger.Entry entry) {
        var condition = entry.condition();
        var badge = Cell.badge(words(entry.state()), tone(entry.state()));
        return condition.settledAt() == null
                ? badge
                : badge.with("%s, %s: %s"
                        .formatted(
                                subject.person(condition.settledBy()),
                                subject.times().show(condition.settledAt()),
                                condition.words()));
    }

    private static String words(Condition.State state) {
        return switch (state) {
            case OPEN -> "Open";
            case OVERDUE -> "Overdue";
            case EXPIRED -> "Expired";
            case MET -> "Met";
            case WAIVED -> "Waived";
            case LAPSED -> "Its sign-off no longer stands";
        };
    }

    private static Tone tone(Condition.State state) {
        return switch (state) {
            case MET -> Tone.GOOD;
            case OPEN -> Tone.CAUTION;
            case OVERDUE, EXPIRED -> Tone.BAD;
            case WAIVED, LAPSED -> Tone.QUIET;
        };
    }
}
