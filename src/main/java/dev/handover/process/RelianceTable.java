package dev.handover.process;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.signoff.Reliance;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The decision table {@code bpmn/reliance.dmn} of this version of the product, read once and strictly: a row for each kind, a
 * column for each role that signs, {@code true} or {@code false} in each cell. Whatever else is in it stops the start-up,
 * since a kind that nobody relies on could change without anybody signing again.
 */
@Component
class RelianceTable implements Reliance {

    private final Map<Role, Set<EvidenceKind>> kinds = new EnumMap<>(Role.class);

    RelianceTable() throws IOException {
        this(Dmn.readModelFromStream(shipped()));
    }

    /** @throws IllegalStateException that says in one sentence what is wrong with the table */
    RelianceTable(DmnModelInstance table) {
        Role.signing().forEach(role -> kinds.put(role, EnumSet.noneOf(EvidenceKind.class)));
        var columns = table.getModelElementsByType(Output.class).stream()
                .map(column -> role(column.getName()))
                .toList();
        require(
                Set.copyOf(columns).equals(kinds.keySet()) && columns.size() == kinds.size(),
                "its columns are not exactly the roles that sign");
        var rows = EnumSet.noneOf(EvidenceKind.class);
        for (var rule : table.getModelElementsByType(Rule.class)) {
            var kind = kind(text(rule.getInputEntries().iterator().next()));
            require(rows.add(kind), "\"%s\" is in it twice".formatted(kind.slug()));
            var cells = rule.getOutputEntries().iterator();
            columns.stream()
                    .filter(role -> isTrue(text(cells.next())))
                    .forEach(role -> kinds.get(role).add(kind));
        }
        requireAllCovered();
    }

    private static InputStream shipped() throws IOException {
        return new ClassPathResource("bpmn/%s.dmn".formatted(Decisions.Reliance.KEY)).getInputStream();
    }

    private void requireAllCovered() {
        var covered = EnumSet.noneOf(EvidenceKind.class);
        kinds.values().forEach(covered::addAll);
        for (var kind : EvidenceKind.values()) {
            require(covered.contains(kind), "nobody relies on \"%s\"".formatted(kind.slug()));
        }
        kinds.forEach(
                (role, relied) -> require(!relied.isEmpty(), "the %s relies on nothing".formatted(role.inWords())));
    }

    private static Role role(String name) {
        return Slugged.find(Role.class, name).orElseThrow(() -> wrong("its column \"%s\" is no role".formatted(name)));
    }

    private static EvidenceKind kind(String cell) {
        var word = cell.length() > 2 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1)
                : cell;
        return Slugged.find(EvidenceKind.class, word)
                .orElseThrow(() -> wrong("%s is no kind of evidence".formatted(cell)));
    }

    private static boolean isTrue(String cell) {
        require(Set.of("true", "false").contains(cell), "a cell says \"%s\" and not true or false".formatted(cell));
        return cell.equals("true");
    }

    private static String text(DmnElement cell) {
        return cell.getTextContent().strip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private static IllegalStateException wrong(String what) {
        return new IllegalStateException(
                "The decision table reliance.dmn cannot be used: %s. Mend the table; sign-offs depend on it."
                        .formatted(what));
    }

    @Override
    public Set<EvidenceKind> of(Role role) {
        var relied = kinds.get(role);
        if (relied == null) {
            throw new IllegalArgumentException(role + " does not sign");
        }
        return EnumSet.copyOf(relied);
    }
}
