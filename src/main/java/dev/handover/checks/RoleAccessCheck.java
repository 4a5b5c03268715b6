package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.shared.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.RoleAccess}. */
@Component
final class RoleAccessCheck implements Check<CheckTarget.RoleAccess> {

    /** 404 as well: a system may hide what somebody is not to know of. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private static final Set<Integer> NOT_SIGNED_IN = Set.of(401);

    /** One address and whether the persona may reach it. */
    private record Cell(URI uri, boolean may) {

        boolean isAsExpected(Answer answer) {
            return may ? answer.isSuccess() : REFUSALS.contains(answer.status());
        }

        String difference(Answer answer) {
            return "%s answered %d but must be %s".formatted(uri, answer.status(), may ? "reachable" : "refused");
        }
    }

    @Override
    public Class<CheckTarget.RoleAccess> kind() {
        return CheckTarget.RoleAccess.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.RoleAccess target) {
        return cells(target).map(Cell::uri).findFirst();
    }

    @Override
    public String expected(CheckTarget.RoleAccess target) {
        return "%s reaches %d address(es) and is refused at %d"
                .formatted(
                        Words.quoted(target.account()),
                        target.mayReach().size(),
                        target.mayNotReach().size());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_COMPLETE_TASKS;
    }

    /** Looks at every cell, also after one that differs, so that all of them can be mended at once. */
    @Override
    public Finding look(CheckTarget.RoleAccess target, Probe probe) throws CallFailed {
        List<Cell> cells = cells(target).toList();
        if (cells.isEmpty()) {
            throw Refusal.invalidInput("No address is named that %s may or may not reach. Name some in the plan."
                    .formatted(Words.quoted(target.account())));
        }
        Credential credential = Credential.basic(target.account(), target.secret());
        List<String> differences = new ArrayList<>();
        Set<Integer> statusesOfReachable = new HashSet<>();
        for (Cell cell : cells) {
            try {
                Answer answer = probe.getItself(cell.uri(), credential);
                if (cell.may()) {
                    statusesOfReachable.add(answer.status());
                }
                if (!cell.isAsExpected(answer)) {
                    differences.add(cell.difference(answer));
                }
            } catch (CallFailed e) {
                if (e.isTimeOver() && differences.isEmpty()) {
                    throw e;
                }
                differences.add(e.getMessage());
            }
        }
        return finding(differences, cells.size(), statusesOfReachable.equals(NOT_SIGNED_IN));
    }

    /** @param isStranger true if whatever should be reachable took the account for one it does not know */
    private static Finding finding(List<String> differences, int cells, boolean isStranger) {
        if (differences.isEmpty()) {
            return Finding.passed("all %d address(es) answered as they should".formatted(cells));
        }
        String observed = String.join("; ", differences);
        return isStranger ? Finding.failed(observed, Symptom.CANNOT_SIGN_IN) : Finding.failed(observed);
    }

    private static Stream<Cell> cells(CheckTarget.RoleAccess target) {
        return Stream.concat(
                target.mayReach().stream().map(uri -> new Cell(uri, true)),
                target.mayNotReach().stream().map(uri -> new Cell(uri, false)));
    }
}
