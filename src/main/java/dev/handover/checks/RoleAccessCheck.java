package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.shared.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.RoleAccess}. */
@Component
final class RoleAccessCheck implements Check<CheckTarget.RoleAccess> {

    /** Name of the fact that holds the row of the matrix. */
    static final String MATRIX = "matrix";

    /** One address, and whether the persona may reach it. */
    private record Cell(URI uri, boolean may) {

        String expected() {
            return may ? "reached" : "refused";
        }
    }

    /**
     * What came back for a cell.
     *
     * @param reception null if there was no answer
     */
    private record Look(Cell cell, Reception reception, String observed) {

        boolean differs() {
            return reception == null || !(cell.may() ? reception == Reception.REACHED : reception.isRefusal());
        }

        boolean isStrangerThere() {
            return cell.may() && reception == Reception.STRANGER;
        }

        String difference() {
            return reception == null
                    ? observed
                    : "%s %s but must be %s".formatted(cell.uri(), observed, cell.may() ? "reachable" : "refused");
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
                        Words.quoted(target.signIn().account()),
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
        String account = Words.quoted(target.signIn().account());
        List<Cell> cells = cells(target).toList();
        if (cells.isEmpty()) {
            throw Refusal.invalidInput(
                    "No address is named that %s may or may not reach. Name some in the plan.".formatted(account));
        }
        SignedIn person;
        try {
            person = target.signIn().through(probe);
        } catch (CallFailed e) {
            if (e.isTimeOver()) {
                throw e;
            }
            return Finding.failed("%s cannot sign in: %s".formatted(account, e.getMessage()), Symptom.CANNOT_SIGN_IN);
        }
        List<Look> looks = look(cells, person, target.signIn(), probe);
        probe.noteTable(MATRIX, matrix(target, looks));
        return finding(account, looks);
    }

    private static List<Look> look(List<Cell> cells, SignedIn person, SignIn signIn, Probe probe) throws CallFailed {
        List<Look> looks = new ArrayList<>();
        for (Cell cell : cells) {
            try {
                Answer answer = probe.send(person.makes(Call.to(cell.uri()).withoutRedirects()));
                Reception reception = Reception.of(answer, cell.uri(), signIn);
                looks.add(new Look(cell, reception, reception.describe(answer)));
            } catch (CallFailed e) {
                if (e.isTimeOver() && looks.stream().noneMatch(Look::differs)) {
                    throw e;
                }
                looks.add(new Look(cell, null, e.getMessage()));
            }
        }
        return looks;
    }

    private static Finding finding(String account, List<Look> looks) {
        List<Look> differing = looks.stream().filter(Look::differs).toList();
        if (differing.isEmpty()) {
            return Finding.passed("all %d address(es) answered as they should".formatted(looks.size()));
        }
        if (differing.stream().allMatch(Look::isStrangerThere) && neverGotIn(looks)) {
            return Finding.failed(
                    "%s cannot sign in: every address that must be reachable %s"
                            .formatted(
                                    account,
                                    String.join(
                                            " or ",
                                            differing.stream()
                                                    .map(Look::observed)
                                                    .distinct()
                                                    .toList())),
                    Symptom.CANNOT_SIGN_IN);
        }
        return Finding.failed("%s: %s"
                .formatted(
                        account,
                        String.join(
                                "; ", differing.stream().map(Look::difference).toList())));
    }

    /** Taken for a stranger wherever the persona must be known: that is one mistake, and not one for each cell. */
    private static boolean neverGotIn(List<Look> looks) {
        return looks.stream().filter(each -> each.cell().may()).allMatch(Look::isStrangerThere);
    }

    /** The row of this persona in the matrix: what differs first, what was not asked last. */
    private static List<Map<String, String>> matrix(CheckTarget.RoleAccess target, List<Look> looks) {
        String persona = target.signIn().account();
        return Stream.concat(
                        looks.stream()
                                .sorted(Comparator.comparing(Look::differs).reversed())
                                .map(each -> row(
                                        persona,
                                        each.cell().uri(),
                                        each.cell().expected(),
                                        each.observed(),
                                        each.differs())),
                        target.notStated().stream().map(uri -> row(persona, uri, "not stated", "not asked", false)))
                .toList();
    }

    private static Map<String, String> row(String persona, URI uri, String expected, String observed, boolean differs) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("persona", persona);
        row.put("resource", uri.toString());
        row.put("expected", expected);
        row.put("observed", observed);
        row.put("differs", String.valueOf(differs));
        return row;
    }

    private static Stream<Cell> cells(CheckTarget.RoleAccess target) {
        return Stream.concat(
                target.mayReach().stream().map(uri -> new Cell(uri, true)),
                target.mayNotReach().stream().map(uri -> new Cell(uri, false)));
    }
}
