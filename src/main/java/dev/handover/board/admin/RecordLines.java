package dev.handover.board.admin;

import dev.handover.board.Times;
import dev.handover.board.admin.AdminPage.Checked;
import dev.handover.board.admin.AdminPage.HeldLine;
import dev.handover.board.admin.AdminPage.Records;
import dev.handover.board.admin.AdminPage.RelianceLine;
import dev.handover.board.briefing.Names;
import dev.handover.closing.LegalHolds;
import dev.handover.records.RecordsCheck;
import dev.handover.records.RecordsResult;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.signoff.Reliance;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is kept of all go-lives, whether it is what it was, and what each signature relies on. */
@Component
class RecordLines {

    /** So many damaged records are one cause, and so many holds are read as data. */
    private static final int SHOWN = 50;

    private final RecordsCheck check;
    private final LegalHolds holds;
    private final Reliance reliance;
    private final Names names;

    RecordLines(RecordsCheck check, LegalHolds holds, Reliance reliance, Names names) {
        this.check = check;
        this.holds = holds;
        this.reliance = reliance;
        this.names = names;
    }

    Records all() {
        return new Records(
                check.newest().map(RecordLines::checked).orElse(null),
                holds.newest(SHOWN).stream().map(this::held).toList(),
                reliance());
    }

    private static Checked checked(RecordsResult result) {
        return new Checked(
                result.contents(),
                result.chains(),
                result.entries(),
                Times.UTC.showWithZone(result.endedAt()),
                result.findings().stream()
                        .map(RecordsResult.Finding::words)
                        .limit(SHOWN)
                        .toList());
    }

    private HeldLine held(LegalHolds.HeldGoLive held) {
        var hold = held.hold();
        return new HeldLine(
                held.goLive().value(), hold.reason(), names.of(hold.by()), Times.UTC.showWithZone(hold.since()));
    }

    private List<RelianceLine> reliance() {
        var kindsOf = Role.signing().stream().map(reliance::of).toList();
        return Arrays.stream(EvidenceKind.values())
                .map(kind -> new RelianceLine(
                        kind.title(),
                        kind.purpose(),
                        kindsOf.stream().map(kinds -> kinds.contains(kind)).toList()))
                .toList();
    }
}
