package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.shared.Directory;
import dev.handover.shared.Refusal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads plan documents, YAML or JSON. The document's form is the published schema; {@code docs/plan.md} explains it. */
@Service
public class PlanReader {

    /** Class path resource of the schema. */
    public static final String SCHEMA = "handover/go-live-plan.schema.json";

    private final Directory directory;
    private final PlanSchema schema = PlanSchema.load();
    private final SchemaCheck schemaCheck = new SchemaCheck(schema);

    public PlanReader(Directory directory) {
        this.directory = directory;
    }

    /** As {@link #read(String, Instant, String)}, for a plan that nobody has submitted yet. */
    public Plan read(String document, Instant now) {
        return read(document, now, null);
    }

    /**
     * Reads a plan that is submitted.
     *
     * @param requester user id of who submits it, and so never signs; null if that is not known yet
     * @param now when it is submitted; the window must be ahead of it, and relative times are counted from it
     * @throws InvalidPlan with every mistake at once
     * @throws Refusal (too large) above 1 MB
     */
    public Plan read(String document, Instant now, String requester) {
        PlanDocument parsed = PlanDocument.parse(document);
        Part plan = rootOf(parsed);
        Mistakes mistakes = new Mistakes(parsed);
        schemaCheck.check(parsed.root(), mistakes);
        rules(now, requester).forEach(rule -> rule.check(plan, mistakes));
        mistakes.refuse();
        return new PlanMapping(Times.of(plan, now)::at).plan(plan);
    }

    /**
     * The document as it is kept: the same text, with the times that are counted from submission replaced by the times
     * they stand for, so that it says the same whenever it is read again.
     *
     * @param document one that {@link #read} accepts; @param now when it is submitted
     */
    public String normalized(String document, Instant now) {
        PlanDocument parsed = PlanDocument.parse(document);
        Part plan = rootOf(parsed);
        return new FixedTimes(parsed, plan).text(Times.of(plan, now));
    }

    /**
     * Reads a plan that was accepted before and kept as {@link #normalized}. Nothing is checked again: a plan stays what
     * it was when its window is past, when people have left, and when rules have become stricter.
     *
     * @throws IllegalStateException if the document was not kept as {@link #normalized}
     */
    public Plan reread(String document) {
        PlanDocument parsed = PlanDocument.parse(document);
        Part plan = rootOf(parsed);
        if (!new FixedTimes(parsed, plan).areAllFixed()) {
            throw new IllegalStateException("a plan was kept with times that are counted from its submission");
        }
        return new PlanMapping(Times.of(plan, Instant.EPOCH)::at).plan(plan);
    }

    private List<PlanRule> rules(Instant now, String requester) {
        return List.of(
                new PeopleRules(directory, requester),
                new SignInRules(),
                new UniqueRules(),
                new WindowRules(now),
                new ConnectorRules(),
                new BackupRules(now),
                new RequestRules(),
                new WorkflowRules(),
                new StabilizationRules(),
                new WorkingTimeRules());
    }

    private Part rootOf(PlanDocument document) {
        return new Part(document.root(), JsonPointer.empty(), schema.root());
    }
}
