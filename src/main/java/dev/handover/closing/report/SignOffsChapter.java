package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.shared.Role;
import dev.handover.signoff.Condition;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who signed what, in every round, and on which conditions. */
@Component
@Order(6)
class SignOffsChapter implements ChapterWriter {

    private final SignOffRound round;

    SignOffsChapter(SignOffRound round) {
        this.round = round;
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
                        List.of(Head.of("Condition", 45), Head.of("Asked for by", 35), Head.of("Due", 20)),
                        signOffs.stream()
                                .flatMap(each -> each.conditions().stream())
                                .map(each -> condition(subject, each))
                                .toList(),
                        "Nobody signed on conditions.")
                .write();
    }

    private static List<Cell> row(Subject subject, SignOff signOff) {
        return List.of(
                Cell.strong(signOff.role().title()).with("round %d".formatted(signOff.round())),
                Cell.badge(decision(signOff), tone(signOff.state())).with(words(signOff)),
                subject.act(signOff.acting(), signOff.decidedAt()),
                shown(signOff));
    }

    private static String words(SignOff signOff) {
        var step = signOff.rejectedStep() == null
                ? ""
                : "Back to: %s\n".formatted(signOff.rejectedStep().title());
        return step + (signOff.reason() == null ? "" : signOff.reason());
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

    private static List<Cell> condition(Subject subject, Condition condition) {
        Role role = condition.signOff().role();
        var standing = condition.signOff().state() == SignOff.State.APPROVED;
        return List.of(
                Cell.strong(condition.text()).with(standing ? null : "its sign-off no longer stands"),
                Cell.of(role.title()).with(subject.person(condition.signOff().acting())),
                Cell.of(subject.times().show(condition.due())));
    }
}
